import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { installedLibrary } from '../installed-library.ts';
import { CommandProcess } from '../package/command-process.ts';
import { systemNode } from '../sdks/node-project.ts';
import type { Opener, Transport } from './transport.ts';

/**
 * The installed package in the place of the sources: its library, in the process and over HTTP, and its command on the oldest Node
 * that is here.
 * @param folder of the installed package
 */
export function packageTransports(folder: string): readonly Opener[] {
  if (!installedLibrary) throw new Error('No package is named');
  const { createSandbox, startSandbox } = installedLibrary;

  const openInProcess = (): Promise<Transport> => {
    const clock = new ManualClock();
    const { fetch: send, close } = createSandbox({ clock });
    return Promise.resolve({ send, base: 'https://api.orbinto.com', rest: () => clock.advance(60_000), close });
  };
  const openOverHttp = async (): Promise<Transport> => {
    const data = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const clock = new ManualClock();
    const sandbox = await startSandbox({ data: join(data, 'sandbox.db'), clock });
    const close = () => sandbox.close().finally(() => rmSync(data, { recursive: true }));
    return { send: (request) => fetch(request), base: sandbox.url, rest: () => clock.advance(60_000), close };
  };
  return [
    ['the package, by fetch', openInProcess],
    ['the package, over HTTP with SQLite', openOverHttp],
    ['the package, by its command', () => openCommand(folder)],
  ];
}

/** Its clock is the machine's: no time passes here, and no limit may be reached. */
async function openCommand(folder: string): Promise<Transport> {
  const flags = ['--json', '--port', '0', '--no-rate-limits'];
  const command = new CommandProcess([systemNode() ?? process.execPath, join(folder, 'dist/cli.js'), ...flags], folder);
  const { url } = await command.ready();
  const close = async () => void (await command.end('SIGTERM'));
  return { send: (request) => fetch(request), base: url, rest: () => undefined, close };
}
