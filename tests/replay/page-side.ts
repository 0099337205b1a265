/** Plays replay files in a page, on the store that the page keeps its sandbox in. */
import { parseReplay } from '../../src/sandbox/replay/parse-replay.ts';
import { play } from '../../src/sandbox/replay/play.ts';
import type { PlayedStep } from '../../src/sandbox/replay/played-step.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import { IndexedDbStore } from '../../src/sandbox/store/indexed-db-store.ts';

const seeded = new Seed(1);

/** @param number tells this file's database from those of others @returns what was played, as JSON */
export async function playInPage(text: string, number: number): Promise<string> {
  const name = `replay-${number}`;
  const played: PlayedStep[] = [];
  for await (const step of play(parseReplay(text), { store: new IndexedDbStore(undefined, name), seeded }))
    played.push(step);
  indexedDB.deleteDatabase(name);
  return JSON.stringify(played);
}
