import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/sandbox/node.ts', import.meta.url));

/** Runs the sandbox over HTTP beside the site. */
export function runMock(port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const url = `http://localhost:${port}`;
  if (!existsSync(program)) return Promise.resolve({ url, close: () => Promise.resolve() });
  const child = spawn(process.execPath, [program, '--port', String(port)], { stdio: 'inherit' });
  return Promise.resolve({ url, close: () => Promise.resolve(void child.kill()) });
}
