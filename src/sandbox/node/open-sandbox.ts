import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import type { ServeMcp } from '../mcp/serve-mcp.ts';
import { onDemand } from '../on-demand.ts';
import { createSandbox } from '../sandbox.ts';
import type { Sandbox } from '../sandbox.ts';
import { SITE } from '../site-address.ts';
import { StorageError } from '../store/record-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import { MockError } from './mock-error.ts';
import { hasSqlite, WITHOUT_SQLITE } from './sqlite-support.ts';

export interface NodeSandboxOptions {
  /** The SQLite file that keeps the changes; in memory when omitted. */
  readonly data?: string;
  readonly seed?: number;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  readonly trustProxy?: boolean;
  /** Origins, besides the site's own, whose pages may use `/_sandbox`. */
  readonly corsOrigins?: readonly string[];
  readonly allowLocalWebhooks?: boolean;
  readonly allowRemoteControl?: boolean;
  readonly clock?: Clock;
  /** Answers agents on `/mcp`; nobody does when omitted. */
  readonly mcp?: ServeMcp;
}

/** Where the site is: on this machine, and in public. */
export const SITE_ORIGINS: readonly string[] = ['http://localhost:4321', 'http://127.0.0.1:4321', SITE];
const DEFAULT_SEED = 1;

/**
 * A sandbox in this process, which keeps its data and sends webhooks over the network.
 * @throws MockError when the data file cannot be used
 */
export async function openSandbox(options: NodeSandboxOptions): Promise<Sandbox> {
  const { seed = DEFAULT_SEED, trustProxy = false, allowLocalWebhooks: localWebhooks = false } = options;
  const store = options.data === undefined ? undefined : await openStore(options.data, seed);
  const webhooks = onDemand(async () => {
    const { createWebhookClient, resolveHost } = await import('./webhook-client.ts');
    return { send: createWebhookClient({ allowsLocal: localWebhooks }), resolve: resolveHost };
  });
  return createSandbox({
    seed,
    trustProxy,
    localWebhooks,
    send: async (request, signal) => (await webhooks()).send(request, signal),
    resolve: async (name) => (await webhooks()).resolve(name),
    requestSalt: randomUUID(),
    controlOrigins: [...SITE_ORIGINS, ...(options.corsOrigins ?? [])],
    mcp: options.mcp,
    ...(store && { store }),
    ...(options.clock && { clock: options.clock }),
    ...(options.rateLimits === undefined ? {} : { rateLimits: options.rateLimits }),
    ...(options.allowRemoteControl === undefined ? {} : { remoteControl: options.allowRemoteControl }),
  });
}

async function openStore(file: string, seed: number): Promise<RecordStore> {
  if (!hasSqlite()) throw new MockError(`${file} cannot be used: ${WITHOUT_SQLITE}`);
  const { SqliteStore } = await import('../store/sqlite-store.ts');
  try {
    makeFolder(dirname(resolve(file)));
    return new SqliteStore(file, seed);
  } catch (error) {
    if (error instanceof StorageError) throw new MockError(error.message);
    throw new MockError(`${file} cannot be used: ${reasonOf(error)}`);
  }
}

/** What keeps a folder from being made, in words where it is a usual thing. */
function reasonOf(error: unknown): string {
  const { code, path = '', message } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EROFS' ? `the folder ${dirname(path)} cannot be written` : message;
}

/** Makes a folder, and those above it, for the user alone: webhook secrets are kept there. Folders that are there stay as they are. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  // Node's own way to make all of them never ends where the system says of a folder that is there that it is not: below /proc.
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
