import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { installPeers } from '../peers.ts';
import { startServer } from './server.ts';
import type { Server } from './server.ts';

/** The script of the mock. */
export const MOCK = join(root, 'src/sandbox/node.ts');

/** The sandbox with everything on and a data file of its own; only the limits refuse nothing. */
export async function startSandbox(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const data = join(folder, 'sandbox.db');
  const server = await startServer(MOCK, (port) => ['--port', port, '--data', data, '--no-rate-limits']);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { ...server, stop };
}

/** Prism on the same document: it answers with the document's examples and keeps nothing. */
export async function startPrism(): Promise<Server> {
  const resolve = await installPeers();
  const document = join(root, 'spec/openapi.yaml');
  const flags = ['--host', '127.0.0.1', '--verboseLevel', 'silent', '--multiprocess=false'];
  return startServer(resolve('@stoplight/prism-cli'), (port) => ['mock', document, '--port', port, ...flags]);
}

/** A Hono app that says hello: what HTTP alone costs with the same router and the same adapter. */
export function startHello(): Promise<Server> {
  return startServer(join(import.meta.dirname, 'hello.ts'), (port) => [port]);
}
