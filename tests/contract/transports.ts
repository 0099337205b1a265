import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { openSandbox } from '../open-sandbox.ts';
import type { OpenOptions } from '../open-sandbox.ts';
import type { Send } from './contract.ts';

/** A running sandbox and the way to it. */
export interface Transport {
  readonly send: Send;
  readonly base: string;
  /** Lets time pass, so that no limit is reached. */
  rest(): void;
  close(): Promise<void>;
}

/** Every way to a sandbox of Node; with `SANDBOX_ENGINE=workerd`, the hosted one in their place. */
export const TRANSPORTS: readonly (readonly [string, () => Promise<Transport>])[] = isOnWorkerd
  ? [['over HTTP, hosted on workerd', () => openTransport()]]
  : [
      ['by fetch, in memory', () => openMemory()],
      ['over HTTP, with SQLite', openMock],
    ];

/** A sandbox in memory, or the hosted one. */
export function openTransport(options: Omit<OpenOptions, 'clock'> = {}): Promise<Transport> {
  const clock = new ManualClock();
  const sandbox = openSandbox({ clock, ...options });
  return Promise.resolve({
    send: (request) => sandbox.fetch(request),
    base: 'https://api.orbinto.com',
    rest: () => clock.advance(60_000),
    close: () => sandbox.close(),
  });
}

/** @param options of the sandbox, e.g. a store that fails */
export function openMemory(options: SandboxOptions = {}): Promise<Transport> {
  const clock = new ManualClock();
  const sandbox = createSandbox({ clock, ...options });
  return Promise.resolve({
    send: (request) => sandbox.fetch(request),
    base: 'https://api.orbinto.com',
    rest: () => clock.advance(60_000),
    close: () => sandbox.close(),
  });
}

export async function openMock(): Promise<Transport> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const clock = new ManualClock();
  const mock = await startMock({ port: 0, data: join(folder, 'sandbox.db'), clock });
  return {
    send: (request) => fetch(request),
    base: mock.url,
    rest: () => clock.advance(60_000),
    close: async () => {
      await mock.close();
      rmSync(folder, { recursive: true });
    },
  };
}

let workspaces = 0;

/** A key that opens a workspace nobody else uses. @param suffix e.g. `_read` or `_free` */
export function freshKey(suffix = ''): string {
  workspaces += 1;
  return `sk_test_workspace${workspaces}${suffix}`;
}
