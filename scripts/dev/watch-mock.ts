import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../paths.ts';
import type { MockSettings, Server } from '../servers.ts';

/** Milliseconds. */
const START_LIMIT = 20_000;

/**
 * Runs the mock in a process that Node starts anew whenever a file that it has loaded changes. Its records stay: they are in
 * its data file.
 *
 * @throws if it does not come up; why stands in what it printed
 */
export async function watchMock({ port, data, corsOrigins }: MockSettings): Promise<Server> {
  const flags = ['--port', String(port), '--data', data, ...corsOrigins.flatMap((origin) => ['--cors-origin', origin])];
  const script = join(root, 'src/sandbox/node.ts');
  const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', script, ...flags], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  const end = Date.now() + START_LIMIT;
  while (!(await answers(port))) {
    if (Date.now() < end) continue;
    await close();
    throw new Error(`The mock did not start on port ${port}.`);
  }
  return { close };
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
}
