import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../scripts/rehearse-command.ts';
import { bodyValidatorsOf } from '../../scripts/sandbox/validators.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { validateWith } from '../../src/sandbox/checks/validate-body.ts';
import { interpretedValidators } from '../../src/sandbox/rehearsal/interpreted-validators.ts';
import { all, property, push, schema, set } from '../changes/mutations/edit.ts';
import { sessions } from './sessions.ts';

const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'));
afterAll(() => rm(folder, { recursive: true }));
const document = await loadDocument(SPEC_FILE);

async function file(name: string, value: unknown): Promise<string> {
  await writeFile(join(folder, name), JSON.stringify(value));
  return join(folder, name);
}

async function ran(...args: string[]) {
  const [printed, complaints]: string[][] = [[], []];
  const code = await run(
    args,
    (text) => printed?.push(text),
    (text) => complaints?.push(text),
  );
  return { code, printed: printed?.join('\n') ?? '', complaints: complaints?.join('\n') ?? '' };
}

const candidate = structuredClone(document);
all(push(schema('ContactCreate required'), 'company'), set(property('Visitor online type'), 'string'))(candidate);
const [current, next] = [await file('current.json', document), await file('candidate.json', candidate)];

test('a replay file against two documents: what breaks stands at its request and field', async () => {
  const session = await file('contacts.json', sessions['contacts']);
  const { code, printed } = await ran(session, '--from', current, '--to', next);
  expect(code).toBe(2);
  expect(printed).toContain(
    "2. POST /v1/contacts (createContact)  201 → 422\n  breaks  request company: is refused: 422 missing_parameter: The 'company' field is required.",
  );
  expect(printed).toContain('2 of 7 requests break; 1 changes touch the session.');
  // What the newer version refused was made all the same, so that the second one still meets its email.
  expect(printed).toContain('6. POST /v1/contacts (createContact)  409 → 422');
  expect(await ran(session, '--from', current, '--to', current)).toMatchObject({ code: 0 });
});

test('a HAR is played with the records that it makes, and the sample data in place of others', async () => {
  const call = (method: string, path: string, status: number, body?: unknown, answer?: unknown) => ({
    request: {
      method,
      url: `https://api.orbinto.com/v1${path}`,
      headers: [],
      ...(body !== undefined && { postData: { mimeType: 'application/json', text: JSON.stringify(body) } }),
    },
    response: { status, headers: [], content: { mimeType: 'application/json', text: JSON.stringify(answer ?? {}) } },
  });
  const entries = [
    call('POST', '/contacts', 201, { email: 'har@example.com' }, { id: 'con_ofTheirs1' }),
    call('PATCH', '/contacts/con_ofTheirs1', 200, { name: 'Ann' }, { id: 'con_ofTheirs1' }),
    call('GET', '/visitors/vis_ofTheirs2', 200),
    { request: { method: 'GET', url: 'https://elsewhere.example/' }, response: { status: 200 } },
  ];
  const har = await file('session.har', { log: { entries } });
  const { code, printed } = await ran(har, '--from', current, '--to', next, '--json');
  const { steps } = JSON.parse(printed) as { steps: { operation: string; answers: { before: { status: number } } }[] };
  expect(steps.map(({ operation, answers }) => [operation, answers.before.status])).toEqual([
    ['createContact', 201],
    ['updateContact', 200],
    ['getVisitor', 200],
  ]);
  expect(printed).toContain('came as boolean, and is string now');
  expect(code).toBe(2);
});

test('what cannot be used ends with 1 and says why', async () => {
  const foreign = await file('foreign.har', {
    log: { entries: [{ request: { method: 'GET', url: 'https://elsewhere.example/' }, response: { status: 200 } }] },
  });
  expect(await ran(foreign)).toMatchObject({
    code: 1,
    complaints: 'None of the requests in this HAR is one of this API.',
  });
  expect(await ran(await file('none.json', { format: 'another' }))).toMatchObject({ code: 1, printed: '' });
  expect(await ran(join(folder, 'nowhere.json'))).toMatchObject({ code: 1 });
  expect(await ran()).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('Usage: npm run rehearse') as string,
  });
});

test('where nothing may be compiled, bodies are refused for the same field with the same code', () => {
  const [compiled, interpreted] = [bodyValidatorsOf(document), interpretedValidators(document)];
  expect(Object.keys(interpreted).sort()).toEqual(Object.keys(compiled).sort());
  const refusal = (validators: typeof compiled, operation: string, body: unknown): string => {
    const validate = validators[operation];
    if (!validate) throw new Error(`No validator of ${operation}`);
    try {
      validateWith(validate, body);
      return 'taken';
    } catch (error) {
      return `${(error as { code: string }).code} ${(error as { param?: string }).param}: ${(error as Error).message}`;
    }
  };
  const bodies: [string, unknown][] = [
    ['createContact', { email: 'a@example.com', tags: ['x'] }],
    ['createContact', {}],
    ['createContact', []],
    ['createContact', { email: 7 }],
    ['createContact', { email: 'no' }],
    ['createContact', { email: 'a@example.com', 'a/b~ c': 1 }],
    ['createContact', { email: 'a@example.com', name: '' }],
    ['createContact', { email: 'a@example.com', tags: ['x', 'x'] }],
    ['createContact', { email: 'a@example.com', tags: ['x', 7] }],
    ['createWebhook', { url: 'https://x.example/', events: ['no.such'] }],
    ['createWebhook', { url: 'https://x.example/', events: ['contact.created'] }],
    ['createWebhook', { url: 'https://x.example/', events: [] }],
  ];
  for (const [operation, body] of bodies)
    expect(refusal(interpreted, operation, body), JSON.stringify(body)).toBe(refusal(compiled, operation, body));
});
