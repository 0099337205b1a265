import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './paths.ts';
import { besides, cleanUp, refusal } from './reference-output.ts';

const usage =
  'Usage: npm run reference -- SPEC --out DIR [--base /reference] [--overlay FILE …] [--allow FOLDER …] [--internal] [--llms-full] [--site https://docs.example.com [--pictures]]';

/** A mistake in the command line; the message is all that is told. */
class UsageError extends Error {}

export interface Arguments {
  spec: string;
  out: string;
  site: string | undefined;
  base: string;
  pictures: boolean;
  llmsFull: boolean;
  /** Whether what is marked `x-internal` is shown. */
  internal: boolean;
  /** Folders that `$ref`s may lead into, beside the document's own. */
  allow: string[];
  /** Files of changes to the document. */
  overlays: string[];
}

function readArguments(argv: string[]): Arguments {
  const options = {
    out: { type: 'string' },
    site: { type: 'string' },
    base: { type: 'string', default: '/reference' },
    pictures: { type: 'boolean', default: false },
    'llms-full': { type: 'boolean', default: false },
    internal: { type: 'boolean', default: false },
    allow: { type: 'string', multiple: true },
    overlay: { type: 'string', multiple: true },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [spec, ...others] = positionals;
    if (spec === undefined || others.length > 0 || !values.out) throw new UsageError(usage);
    const { out, site, base, pictures, internal, allow = [], overlay = [], 'llms-full': llmsFull } = values;
    if (pictures && site === undefined) throw new UsageError(`--pictures needs --site\n${usage}`);
    return {
      spec: resolve(spec),
      out: resolve(out),
      site,
      base,
      pictures,
      llmsFull,
      internal,
      allow: allow.map((folder) => resolve(folder)),
      overlays: overlay.map((file) => resolve(file)),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

/** Where a site is made before it is put in its place. */
export interface Folders {
  /** Astro's root: a copy of `standalone/`. */
  project: string;
  /** What is built, beside `out`. */
  built: string;
}

/** Schemas lead to each other deeper than to Node's own limit; systems give more than it takes, but Windows. */
const DEEP_STACK = process.platform === 'win32' ? [] : ['--stack-size=3900'];
/** Bundlers keep what memory they once used, a fifth of all of a build, unless their allocators (mimalloc, glibc) are told to give it back. */
const GIVE_BACK = {
  MIMALLOC_ARENA_EAGER_COMMIT: '0',
  MIMALLOC_PURGE_DELAY: '0',
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Builds a site as the command line says, and tells of it. The work is done by a process of its own, so that a signal ends it at any
 * moment, whatever it is busy with, and what it has begun is cleaned up.
 * @returns the exit code
 */
export async function run(argv: string[]): Promise<number> {
  try {
    const given = readArguments(argv);
    const refused = await refusal(given.out);
    if (refused !== undefined) throw new UsageError(refused);
    const id = randomUUID();
    const folders = { project: join(root, '.astro', `reference-${id}`), built: besides(given.out, id) };
    try {
      await mkdir(folders.project, { recursive: true });
      const child = fork(join(import.meta.dirname, 'reference-build.ts'), {
        execArgv: [...process.execArgv, ...DEEP_STACK],
        env: { ...process.env, ...GIVE_BACK },
        // Astro puts the code that renders pages below the current folder: two runs must not share it.
        cwd: folders.project,
      });
      child.send({ given, folders });
      return await ended(child);
    } finally {
      cleanUp(given.out, folders);
    }
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error);
    return 1;
  }
}

/** The exit code of a process, which a signal ends at once. */
async function ended(child: ChildProcess): Promise<number> {
  let stopped = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      stopped = 128 + constants.signals[signal];
      child.kill('SIGKILL');
    });
  }
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return stopped || (code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
}
