import { ManualClock, preciseTimestamp } from '../clock.ts';
import { ConnectionCut } from '../http/connection-cut.ts';
import { Random } from '../random.ts';
import { createRouter } from '../http/router.ts';
import type { Rules } from '../http/rules.ts';
import { createSandbox } from '../sandbox.ts';
import type { Seed } from '../seed/seed.ts';
import { MemoryStore } from '../store/memory-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import { secretFrom } from '../webhooks/secret.ts';
import type { PlayedStep, ReplayAnswer } from './played-step.ts';
import { REPLAY_WORKSPACE } from './replay-file.ts';
import type { ReplayFile, ReplayStep } from './replay-file.ts';
import { WatchedStore } from './watch-store.ts';

export interface PlayOptions {
  /** Where the replay's workspace is kept; it must hold nothing of it. In memory when omitted. */
  readonly store?: RecordStore;
  /** The seeded records of the file's seed, where several replays share them. */
  readonly seeded?: Seed;
  /** How a step is sent; once, by the rules of this version, when omitted. */
  readonly sendStep?: SendStep;
}

/** Sends a step by the rules of a version, as often as is needed. @returns the answer that counts */
export type SendStep = (send: (rules?: Rules) => Promise<ReplayAnswer>, index: number) => Promise<ReplayAnswer>;

/**
 * Plays a session, request by request, in a sandbox of its own. The time goes by as the file says, at once, and what is due meanwhile
 * is done; nothing is sent over a network, and webhook secrets are drawn from the seed: the same file gives the same answers, to the
 * byte, wherever it is played. Answers that a fault makes late are not waited for.
 */
export async function* play(file: ReplayFile, options: PlayOptions = {}): AsyncGenerator<PlayedStep> {
  const { store = new MemoryStore(), seeded, sendStep = (send) => send() } = options;
  const { seed, start, steps } = file;
  const clock = new ManualClock(start);
  const watched = new WatchedStore(store, REPLAY_WORKSPACE);
  const own: Rules = { route: createRouter() };
  let rules = own;
  const sandbox = createSandbox({
    rulesOf: () => rules,
    seed,
    clock,
    store: watched,
    ...(seeded && { seeded }),
    drawSecret: (id, before = '') => secretFrom(new Random(`${seed}/${id}/${before}`)),
    pause: () => Promise.resolve(),
  });
  const elapse = (milliseconds: number): Promise<void> =>
    sandbox.elapse(REPLAY_WORKSPACE, milliseconds, () => clock.advance(milliseconds));
  try {
    for (const [index, step] of steps.entries()) {
      await elapse(step.after_ms ?? 0);
      const meanwhile = watched.take();
      const at = preciseTimestamp(clock.now());
      const answer = await sendStep((by = own) => {
        rules = by;
        return answerOf(sandbox.fetch(requestOf(step)));
      }, index);
      await elapse(0);
      yield { index, step, at, answer, meanwhile, changes: watched.take() };
    }
  } finally {
    await sandbox.close();
  }
}

function requestOf(step: ReplayStep): Request {
  const { method, path, body, body_text } = step;
  const headers = new Headers(step.headers);
  const key = keyOf(step);
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  const text = body === undefined ? body_text : JSON.stringify(body);
  if (body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  // A body of bytes has no type unless it is given one.
  const bytes = text === undefined ? {} : { body: new TextEncoder().encode(text) };
  return new Request(`http://sandbox${path}`, { method, headers, ...bytes });
}

/** The key of the replay's workspace that has the level and the plan. */
function keyOf({ as, plan = 'professional' }: ReplayStep): string | undefined {
  if (as === 'nobody') return undefined;
  return as === 'unknown' ? 'sk_test_unknown' : `sk_test_${REPLAY_WORKSPACE}_${as}_${plan}`;
}

async function answerOf(answered: Promise<Response>): Promise<ReplayAnswer> {
  let response: Response;
  try {
    response = await answered;
  } catch (error) {
    if (!(error instanceof ConnectionCut)) throw error;
    return { status: null, headers: [], body: '', isCut: true };
  }
  const headers = [...response.headers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { status: response.status, headers, ...(await readBody(response)) };
}

/** Reads a body as far as it comes. */
async function readBody({ body }: Response): Promise<Pick<ReplayAnswer, 'body' | 'isCut'>> {
  if (!body) return { body: '', isCut: false };
  const decoder = new TextDecoder();
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
    }
    return { body: text + decoder.decode(), isCut: false };
  } catch (error) {
    if (!(error instanceof ConnectionCut)) throw error;
    return { body: text, isCut: true };
  }
}
