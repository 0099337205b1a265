import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { peersFolder } from './peers.ts';

/**
 * Where and with what was measured, in one paragraph.
 * @param folder of the peers that took part
 */
export function describeMachine(folder = peersFolder): string {
  const [cpu] = cpus();
  const load = loadavg()[0] ?? 0;
  const { dependencies, packed = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    packed?: Record<string, string>;
  };
  const peers = Object.entries({ ...dependencies, ...packed }).map(([name, version]) => `${name} ${version}`);
  return [
    new Date().toISOString().slice(0, 10),
    `${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    ...peers,
    `load before the start ${load.toFixed(1)}`,
  ].join(' · ');
}
