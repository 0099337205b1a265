import { expect, test } from 'vitest';
import { MemoryStore } from '../store/memory-store.ts';
import type { PlayedStep } from './played-step.ts';
import { play } from './play.ts';
import { REPLAY_FORMAT, REPLAY_VERSION } from './replay-file.ts';
import type { ReplayStep } from './replay-file.ts';

const START = '2026-03-02T09:00:00Z';
const step = (more: Partial<ReplayStep> = {}): ReplayStep => ({
  as: 'admin',
  method: 'GET',
  path: '/v1/operators',
  ...more,
});

/** Closes are counted. */
class CountedStore extends MemoryStore {
  closed = 0;

  override close(): void {
    this.closed += 1;
    super.close();
  }
}

async function played(steps: ReplayStep[], store = new MemoryStore()): Promise<PlayedStep[]> {
  const file = { format: REPLAY_FORMAT, version: REPLAY_VERSION, seed: 1, start: START, steps } as const;
  const answers: PlayedStep[] = [];
  for await (const one of play(file, { store })) answers.push(one);
  return answers;
}

const statuses = async (...steps: ReplayStep[]) => (await played(steps)).map(({ answer }) => answer.status);
const create = { method: 'POST', path: '/v1/contacts', body: { email: 'a@example.com' } } as const;

test('each caller is who the step says', async () => {
  const callers = await played([step(), step({ as: 'nobody' }), step({ as: 'unknown' })]);
  expect(callers.map(({ answer: { status, body } }) => [status, /"code":"(\w+)"/.exec(body)?.[1]])).toEqual([
    [200, undefined],
    [401, 'missing_api_key'],
    [401, 'invalid_api_key'],
  ]);
  expect(await statuses(step({ ...create, as: 'read' }), step({ ...create, as: 'write' }))).toEqual([403, 201]);
  const limitOf = async (plan?: ReplayStep['plan']) => {
    const [one] = await played([step(plan ? { plan } : {})]);
    return one?.answer.headers.find(([name]) => name === 'x-ratelimit-limit')?.[1];
  };
  expect(await limitOf()).toBe(await limitOf('professional'));
  expect(await limitOf('free')).not.toBe(await limitOf());
});

test('a body of JSON is sent as such unless the headers say otherwise, and a text as it is', async () => {
  const text = { method: 'POST', path: '/v1/contacts', body_text: '{"email":"b@example.com"}' } as const;
  const json = { 'Content-Type': 'application/json' };
  expect(
    await statuses(
      step(create),
      step({ ...create, headers: { 'Content-Type': 'text/plain' } }),
      step(text),
      step({ ...text, headers: json }),
      step({ ...text, body_text: '{', headers: json }),
    ),
  ).toEqual([201, 415, 415, 201, 400]);
});

test('the time goes by as the file says, from its start', async () => {
  const steps = await played([step(), step({ after_ms: 1 }), step(), step({ after_ms: 1_999 })]);
  expect(steps.map(({ at, index }) => [index, at])).toEqual([
    [0, START],
    [1, '2026-03-02T09:00:00.001Z'],
    [2, '2026-03-02T09:00:00.001Z'],
    [3, '2026-03-02T09:00:02Z'],
  ]);
});

test('what a step has changed is told with it, and a look changes nothing', async () => {
  const [look, made] = await played([step(), step(create)]);
  expect([look?.changes, look?.meanwhile]).toEqual([[], []]);
  const { id } = JSON.parse(made?.answer.body ?? '') as { id: string };
  expect(made?.changes).toContainEqual({ change: 'created', kind: 'contacts', id });
});

test('a connection that is cut has no status, or what came of the answer', async () => {
  const order = (recipe: string) => step({ method: 'PUT', path: '/_sandbox/faults', body: { recipe } });
  const [, lost] = await played([order('lost-answer'), step()]);
  expect(lost?.answer).toEqual({ status: null, headers: [], body: '', isCut: true });
  const [whole, , part] = await played([step(), order('truncated-body'), step()]);
  expect([whole?.answer.isCut, part?.answer.isCut, part?.answer.status]).toEqual([false, true, 200]);
  expect(part?.answer.body).not.toBe('');
  expect(part?.answer.body.length).toBeLessThan(whole?.answer.body.length ?? 0);
});

test('headers stand in the order of their names', async () => {
  const [one] = await played([step()]);
  const names = one?.answer.headers.map(([name]) => name) ?? [];
  expect(names.length).toBeGreaterThan(3);
  expect(names).toEqual(names.toSorted());
});

test('the sandbox is closed at the end, and where nobody listens any more', async () => {
  const [whole, left] = [new CountedStore(), new CountedStore()];
  await played([step(), step()], whole);
  expect(whole.closed).toBe(1);
  const file = { format: REPLAY_FORMAT, version: REPLAY_VERSION, seed: 1, start: START, steps: [step()] } as const;
  const player = play(file, { store: left });
  await player.next();
  await player.return(undefined);
  expect(left.closed).toBe(1);
});
