import { spawnSync } from 'node:child_process';
import { beforeEach } from 'vitest';

/** Whether a command can be run here. */
export function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/**
 * Lets the tests of the surrounding suite run where a program is there. Where it is missing they are skipped with a message,
 * except under `CI`: there they fail, so that nothing goes untested unseen.
 * @param isThere what decides, where it takes more than the command
 */
export function needsProgram(program: string, isThere = isInstalled(program)): void {
  beforeEach(({ skip }) => {
    if (isThere) return;
    if (process.env['CI']) throw new Error(`${program} is missing, and CI has to have it`);
    skip(`${program} is not installed`);
  });
}
