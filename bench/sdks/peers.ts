import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { installPeers } from '../peers.ts';
import { generateClients } from './generate.ts';
import type { Generated } from './generate.ts';

/** The generators, with a lock of their own. */
export const PEERS = join(import.meta.dirname, 'peers');

let made: Promise<Generated> | undefined;

/** The clients of other generators, made once a run. They go with the process: none of their code is kept. */
export function generated(): Promise<Generated> {
  return (made ??= make());
}

async function make(): Promise<Generated> {
  await installPeers(PEERS);
  const folder = mkdtempSync(join(tmpdir(), 'bench-sdks-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return generateClients(folder, join(PEERS, 'node_modules/@hey-api/openapi-ts/bin/run.js'));
}
