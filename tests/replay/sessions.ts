import { ManualClock } from '../../src/sandbox/clock.ts';
import { addRequest, beginRecording, fileOf } from '../../src/sandbox/replay/record.ts';
import type { ReplayFile, ReplayStep } from '../../src/sandbox/replay/replay-file.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { fc } from '../fast-check.ts';

/** One thing that somebody does with a sandbox; `pick` chooses a record from a list. */
type Action = Readonly<{ do: keyof typeof ACTIONS; wait: number; pick: number; as: string }>;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Names a record that a list has. */
type Pick = (kind: string) => Promise<string>;

const EVENTS = [
  'conversation.created',
  'visitor.identified',
  'chatbot.completed',
  'contact.created',
  'message.created',
];
const RECIPES = [
  'lost-answer',
  'slow-headers',
  'truncated-body',
  'error-after-work',
  'rate-limit-storm',
  'flapping',
  'clock-skew',
  'webhook-duplicate',
  'webhook-out-of-order',
  'webhook-late',
  'webhook-secret-rotation',
  'webhook-timeout',
];
const EMAILS = ['ann@example.com', 'ANN@example.com', 'bob@example.com', 'cy@example.com'];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** What each does. */
const ACTIONS = {
  create: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: '/v1/contacts',
    body: { email: n % 3 === 0 ? at(EMAILS, n) : `made${n}@example.com`, tags: n % 2 ? ['vip'] : [] },
  }),
  patch: async (pick: Pick, n: number): Promise<Call> => ({
    method: 'PATCH',
    path: `/v1/contacts/${await pick('contacts')}`,
    body: { name: `Name ${n}`, custom_attributes: { seats: n } },
  }),
  remove: async (pick: Pick, n: number): Promise<Call> => {
    const kind = at(['contacts', 'chatbots', 'webhooks'], n);
    return { method: 'DELETE', path: `/v1/${kind}/${await pick(kind)}` };
  },
  list: async (pick: Pick, n: number): Promise<Call> => {
    const kind = at(['contacts', 'conversations', 'webhooks', 'visitors'], n);
    return { method: 'GET', path: `/v1/${kind}?limit=3${n % 2 ? `&after=${await pick(kind)}` : ''}` };
  },
  search: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: '/v1/contacts/search?per_page=5',
    body: { query: at(['ann', 'made', 'example', 'ä'], n) },
  }),
  webhook: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: '/v1/webhooks',
    body: { url: `https://hooks.example.com/${n}`, events: ['contact.created', at(EVENTS, n)] },
  }),
  reply: async (pick: Pick, n: number): Promise<Call> => ({
    method: 'POST',
    path: `/v1/conversations/${await pick('conversations')}/reply`,
    body: { body: `Hello ${n} ü😀` },
  }),
  wrong: (_pick: Pick, n: number): Call =>
    at<Call>(
      [
        { method: 'POST', path: '/v1/contacts', body: '{"email": ' },
        { method: 'POST', path: '/v1/contacts', body: { email: 7 } },
        { method: 'GET', path: '/v1/contacts?limit=x' },
        { method: 'PUT', path: '/v1/contacts' },
        { method: 'GET', path: '/v1/nothing%20here' },
        { method: 'HEAD', path: '/v1/contacts' },
        { method: 'POST', path: '/_sandbox/clock', body: { now: 'soon' } },
      ],
      n,
    ),
  advance: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: '/_sandbox/clock',
    body: n % 4 === 0 ? { frozen: n % 8 === 0 } : { advance_seconds: n * 37 },
  }),
  faults: (_pick: Pick, n: number): Call => ({
    method: 'PUT',
    path: '/_sandbox/faults',
    body:
      n % 2 ? { recipe: at(RECIPES, n), count: 1 + (n % 3) } : { latency_ms: n, status: at([null, 500], n), rate: 0.5 },
  }),
  receiver: (_pick: Pick, n: number): Call => ({
    method: 'PUT',
    path: '/_sandbox/receiver',
    body: { status: at([200, 500, 204, 410], n), delay_ms: at([0, 700, 12_000], n) },
  }),
  event: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: '/_sandbox/events',
    body: { event: at(EVENTS, n) },
  }),
  deliveries: (): Call => ({ method: 'GET', path: '/_sandbox/deliveries' }),
  snapshot: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: '/_sandbox/snapshots',
    body: { name: `s${n % 4}` },
  }),
  restore: (_pick: Pick, n: number): Call => ({
    method: 'POST',
    path: `/_sandbox/snapshots/s${n % 4}/restore`,
  }),
  undo: (): Call => ({ method: 'POST', path: '/_sandbox/undo' }),
  state: (): Call => ({ method: 'GET', path: '/_sandbox/state' }),
  reset: (): Call => ({ method: 'POST', path: '/_sandbox/reset' }),
};

const seeded = new Seed(1);
const WORKSPACE = 'somesession1';
const KEYS = {
  admin: `sk_test_${WORKSPACE}`,
  read: `sk_test_${WORKSPACE}_read_free`,
  unknown: 'sk_test_x',
  nobody: '',
};

const action: fc.Arbitrary<Action> = fc.record({
  do: fc.constantFrom(...(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])),
  wait: fc.oneof(fc.constant(0), fc.nat(2_000), fc.nat(4_000_000)),
  pick: fc.nat(40),
  as: fc.oneof(
    { arbitrary: fc.constant('admin'), weight: 12 },
    { arbitrary: fc.constantFrom('read', 'unknown', 'nobody'), weight: 1 },
  ),
});

/** A session of a few dozen actions. */
export const session: fc.Arbitrary<readonly Action[]> = fc.array(action, { minLength: 3, maxLength: 30 });

/** What came back while a session was recorded. */
export interface RecordedSession {
  readonly file: ReplayFile;
  /** Null where the connection was cut. */
  readonly statuses: readonly (number | null)[];
}

/** Has a session with a sandbox, in a workspace whose name is not told, and records it as the page does. */
export async function recordSession(actions: readonly Action[]): Promise<RecordedSession> {
  const clock = new ManualClock();
  const sandbox = createSandbox({ clock, seeded, pause: () => Promise.resolve() });
  const place = { seed: 1, workspace: WORKSPACE };
  let recording = beginRecording(place.seed, clock.now());
  const steps: ReplayStep[] = [];
  const statuses: (number | null)[] = [];
  const send = async ({ method, path, body }: Call, key: string): Promise<string> => {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const headers = new Headers(key === '' ? {} : { Authorization: `Bearer ${key}` });
    if (text !== '') headers.set('Content-Type', 'application/json');
    const sent = { method, path, headers, body: text, at: clock.now() };
    const added = addRequest(recording, sent, place);
    recording = added?.recording ?? recording;
    if (added?.step) steps.push(added.step);
    const init = { method, headers, ...(text !== '' && { body: text }) };
    try {
      const response = await sandbox.fetch(new Request(`http://sandbox${path}`, init));
      statuses.push(response.status);
      return await response.text();
    } catch {
      if (statuses.length < steps.length) statuses.push(null);
      return '';
    }
  };
  for (const { do: what, wait, pick: n, as } of actions) {
    await sandbox.elapse(WORKSPACE, wait, () => clock.advance(wait));
    const pick: Pick = async (kind) => {
      const text = await send({ method: 'GET', path: `/v1/${kind}?per_page=20` }, KEYS.admin);
      await sandbox.elapse(WORKSPACE, 0, () => undefined);
      const { data = [] } = (text.startsWith('{') && text.endsWith('}') ? JSON.parse(text) : {}) as {
        data?: { id: string }[];
      };
      return data.length === 0 ? 'none' : at(data, n).id;
    };
    await send(await ACTIONS[what](pick, n), KEYS[as as keyof typeof KEYS]);
    await sandbox.elapse(WORKSPACE, 0, () => undefined);
  }
  await sandbox.close();
  return { file: fileOf(recording, steps), statuses };
}

/** Some sessions, the same for the seed of the run. */
export async function recordSessions(count: number): Promise<ReplayFile[]> {
  const files: ReplayFile[] = [];
  for (const actions of fc.sample(session, count)) files.push((await recordSession(actions)).file);
  return files;
}
