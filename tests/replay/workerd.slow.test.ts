import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundleWorker } from '../../scripts/edge/program.ts';
import { edgeTools } from '../../scripts/edge/tools.ts';
import { play } from '../../src/sandbox/replay/play.ts';
import type { PlayedStep } from '../../src/sandbox/replay/played-step.ts';
import { startHosted } from '../edge/hosted.ts';
import { needsWorkerd } from '../edge/needs-workerd.ts';
import { seed } from '../seed.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import { recordSessions } from './sessions.ts';

needsWorkerd();
const seeded = new Seed(1);

/** Random sessions that are played; `REPLAY_SESSIONS=1000` for the full number. */
const count = Number(process.env['REPLAY_SESSIONS'] ?? 8);

test('random sessions play alike here and in a Durable Object on workerd, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const program = join(folder, 'worker');
  const tools = await edgeTools();
  await bundleWorker(tools, fileURLToPath(new URL('replay-worker.ts', import.meta.url)), program);
  const engine = await startHosted(join(folder, 'data'), { program });
  try {
    for (const [index, file] of (await recordSessions(count)).entries()) {
      const here: PlayedStep[] = [];
      for await (const step of play(file, { seeded })) here.push(step);
      const headers = { 'Replay-Number': String(index) };
      const response = await fetch(engine.url, { method: 'POST', headers, body: JSON.stringify(file) });
      expect(await response.text(), `PROPERTY_SEED=${seed}, session ${index}`).toBe(JSON.stringify(here));
    }
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
