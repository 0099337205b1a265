import { spawnSync } from 'node:child_process';

/** Whether Ruby has RBS, which comes with it, to judge signatures. */
export function hasRbs(): boolean {
  return spawnSync('ruby', ['-e', 'Gem.bin_path("rbs", "rbs")']).status === 0;
}
