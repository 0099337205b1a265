import { expect, test } from 'vitest';
import { recordId } from '../ids.ts';
import { sandbox as policy } from '../generated/policies.ts';
import { parseReplay } from './parse-replay.ts';
import { addRequest, beginRecording, fileOf } from './record.ts';
import type { Recording, SentRequest } from './record.ts';
import { REPLAY_WORKSPACE } from './replay-file.ts';
import type { ReplayFile, ReplayStep } from './replay-file.ts';

const WORKSPACE = 'temporary0123456789abcdefghjkmnpq';
const PLACE = { seed: 1, workspace: WORKSPACE };
const START = Date.parse('2026-03-02T09:00:00Z');

type Given = Partial<Omit<SentRequest, 'headers'>> & { headers?: Record<string, string> };

function sent({ headers, ...rest }: Given): SentRequest {
  const type: Record<string, string> = rest.body === undefined ? {} : { 'Content-Type': 'application/json' };
  const all = { Authorization: `Bearer sk_test_${WORKSPACE}`, ...type, ...headers };
  return { method: 'POST', path: '/v1/contacts', body: '', at: START, ...rest, headers: new Headers(all) };
}

function record(...requests: Given[]): { recording: Recording; file: ReplayFile } {
  let recording = beginRecording(1, START);
  const steps: ReplayStep[] = [];
  for (const request of requests) {
    const added = addRequest(recording, sent(request), PLACE);
    if (!added) throw new Error('The file is too long');
    recording = added.recording;
    if (added.step) steps.push(added.step);
  }
  return { recording, file: fileOf(recording, steps) };
}

test('no key, token, secret or password of a session is in its file', () => {
  const secrets = [
    WORKSPACE,
    'sk_live_4f3d2a1b',
    'at_test_tokentoken',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'hunter2',
    'cs_test_web',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
    'dXNlcjpwYXNzd29yZA',
    'p4ssw0rd',
    '981237',
  ];
  const { file } = record(
    { body: `{"email":"a@example.com","custom_attributes":{"note":"my key is sk_live_4f3d2a1b"}}` },
    { body: '{"email":"b@example.com","custom_attributes":{"pass\\u0077ord":"hunter2","pin_token":981237}}' },
    { body: '{"custom_attributes":{"secrets":["hunter2"],"credential":{"a":"hunter2"},"s":"sk_test\\u005fabcdefgh"}}' },
    { body: `{"url":"https://user:p4ssw0rd@hooks.example.com/?access_token=hunter2","events":["contact.created"]}` },
    { path: '/v1/contacts?api_key=hunter2&q=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', method: 'GET' },
    { body: 'grant_type=password&client_secret=cs_test_web&password=hunter2', headers: { 'Content-Type': 'x/y' } },
    { body: '{"note":"Basic dXNlcjpwYXNzd29yZA== and whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"' },
    { headers: { Authorization: 'Bearer at_test_tokentoken', 'X-Api-Key': 'hunter2', Cookie: 'a=hunter2' } },
    { headers: { 'X-Api-Key': 'hunter2', Cookie: 'a=hunter2', Accept: 'a/b; token=whsec_abc' } },
    { path: '/oauth/token', body: 'client_secret=cs_test_web&code=hunter2' },
    { path: '/_sandbox/workspaces' },
  );
  const text = JSON.stringify(file);
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(file).toMatchObject({ left_out: 3, secrets_removed: true });
  expect(file.steps).toHaveLength(8);
  expect(parseReplay(text)).toEqual(file);
});

test('what is no secret stays to the letter', () => {
  const body = '{"email":"jane@example.com","name":"Ünï 😀","tags":["a"],"custom_attributes":{"n":1.5,"t":true}}';
  const { file } = record({ body, at: START + 1_500 }, { method: 'GET', path: '/v1/contacts?limit=3' });
  expect(file).toEqual({
    format: 'orbinto-replay',
    version: 1,
    seed: 1,
    start: '2026-03-02T09:00:00.000Z',
    steps: [
      { after_ms: 1_500, as: 'admin', method: 'POST', path: '/v1/contacts', body: JSON.parse(body) as unknown },
      { as: 'admin', method: 'GET', path: '/v1/contacts?limit=3' },
    ],
  });
});

test('a body that is not JSON, or says more than it reads as, stays text', () => {
  for (const body of ['{"a": ', '{"a":1,"a":2}', '{"n":12345678901234567890}']) {
    expect(record({ body }).file.steps[0]).toMatchObject({
      body_text: body,
      headers: { 'Content-Type': 'application/json' },
    });
  }
});

test.each([
  ['sk_test_read', { as: 'read' }],
  ['sk_test_write', { as: 'write' }],
  ['sk_test_free', { as: 'admin', plan: 'free' }],
  ['sk_test_mytestrun01_read_basic', { as: 'read', plan: 'basic' }],
  ['sk_live_abc', { as: 'unknown' }],
])('of the key %s only the level and the plan are told', (key, caller) => {
  expect(record({ headers: { Authorization: `Bearer ${key}` } }).file.steps).toEqual([
    { ...caller, method: 'POST', path: '/v1/contacts' },
  ]);
});

test('ids that the workspace gave out become those of the replay; others stay', () => {
  const [ours, replayed] = [WORKSPACE, REPLAY_WORKSPACE].map((name) => recordId('con', 1, name, 7));
  const elsewhere = recordId('con', 1, 'somewhereelse', 7);
  const { file } = record({ path: `/v1/contacts/${ours}?after=${elsewhere}`, body: `{"id":"${ours} con_abc123"}` });
  expect(file.steps[0]).toMatchObject({
    path: `/v1/contacts/${replayed}?after=${elsewhere}`,
    body: { id: `${replayed} con_abc123` },
  });
});

test('a clock that was put back takes no time, and a file has its end', () => {
  expect(record({ at: START + 10 }, { at: START }, { at: START + 20 }).file.steps.map((step) => step.after_ms)).toEqual(
    [10, undefined, 10],
  );
  const requests = Array.from({ length: policy.replay_steps }, () => ({ method: 'GET' }));
  const { recording, file } = record(...requests);
  expect(file.steps).toHaveLength(policy.replay_steps);
  expect(addRequest(recording, sent({ method: 'GET' }), PLACE)).toBeUndefined();
  const long = JSON.stringify({ name: 'x'.repeat(policy.replay_characters) });
  expect(addRequest(beginRecording(1, START), sent({ body: long }), PLACE)).toBeUndefined();
  const { file: empty } = record({ body: JSON.stringify({ name: '' }) });
  const most = policy.replay_characters - JSON.stringify(empty).length;
  const ofLength = (length: number) => sent({ body: JSON.stringify({ name: 'x'.repeat(length) }) });
  expect(addRequest(beginRecording(1, START), ofLength(most), PLACE)).toBeDefined();
  expect(addRequest(beginRecording(1, START), ofLength(most + 1), PLACE)).toBeUndefined();
});
