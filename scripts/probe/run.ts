import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { badges } from '../../src/site/status/badges.ts';
import { addRound } from './add-round.ts';
import { readArguments, usage, UsageError } from './arguments.ts';
import { readFeed, withLock, writeFile } from './feed-file.ts';
import { checkAll } from './round.ts';

/** What a run is told from outside. */
export interface Surroundings {
  print: (text: string) => void;
  complain: (text: string) => void;
  now: () => Date;
}

const outside: Surroundings = { print: console.log, complain: console.error, now: () => new Date() };

/**
 * Checks all services once and adds what it found to the feed.
 * @returns 0 where the feed was written, whatever it says; 1 where it was not
 */
export async function run(
  args: string[],
  env: NodeJS.ProcessEnv,
  { print, complain, now }: Surroundings = outside,
): Promise<number> {
  try {
    const options = readArguments(args, env);
    if (!options) {
      print(usage);
      return 0;
    }
    const { out, badges: folder } = options;
    for (const one of [dirname(out), ...(folder === undefined ? [] : [folder])]) await mkdir(one, { recursive: true });
    // A file that cannot be used is told of before anything is asked of the services.
    await readFeed(out);
    const found = await checkAll(options, now);
    await withLock(out, async () => {
      const feed = addRound(await readFeed(out), found, now());
      await writeFile(out, `${JSON.stringify(feed, null, 2)}\n`);
      if (folder !== undefined) for (const { id, svg } of badges(feed)) await writeFile(join(folder, `${id}.svg`), svg);
    });
    for (const [id, { state, response_ms: ms, error }] of found)
      print(`${id}: ${state}${ms === null ? '' : ` (${ms} ms)`}${error === null ? '' : `: ${error}`}`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(error.message);
    return 1;
  }
}
