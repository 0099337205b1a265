import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play } from '../../src/sandbox/replay/play.ts';
import type { PlayedStep } from '../../src/sandbox/replay/played-step.ts';
import { parseReplay } from '../../src/sandbox/replay/parse-replay.ts';
import type { ReplayFile } from '../../src/sandbox/replay/replay-file.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import type { RecordStore } from '../../src/sandbox/store/record-store.ts';
import { SqliteStore } from '../../src/sandbox/store/sqlite-store.ts';
import { fc } from '../fast-check.ts';
import { recordSession, session } from './sessions.ts';

/** Random sessions that are played; `REPLAY_SESSIONS=1000` for the full number. */
const numRuns = Number(process.env['REPLAY_SESSIONS'] ?? 12);

const seeded = new Seed(1);

async function playAll(file: ReplayFile, store?: RecordStore): Promise<PlayedStep[]> {
  const played: PlayedStep[] = [];
  for await (const step of play(file, { seeded, ...(store && { store }) })) played.push(step);
  return played;
}

test('a random session plays as it was recorded, and alike in memory and with SQLite, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  let count = 0;
  await fc.assert(
    fc.asyncProperty(session, async (actions) => {
      const { file, statuses } = await recordSession(actions);
      const read = parseReplay(JSON.stringify(file));
      expect(read).toEqual(file);
      const inMemory = await playAll(read);
      expect(inMemory.map(({ answer }) => answer.status)).toEqual(statuses);
      count += 1;
      const onDisk = await playAll(read, new SqliteStore(join(folder, `${count}.db`), file.seed));
      expect(JSON.stringify(onDisk)).toBe(JSON.stringify(inMemory));
      rmSync(join(folder, `${count}.db`));
    }),
    { numRuns },
  );
  rmSync(folder, { recursive: true });
});
