import { describe, expect, test } from 'vitest';
import { documentChanges } from '../../openapi/changes/document-changes.ts';
import { loadDocument, SPEC_FILE } from '../../openapi/document/load.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { REPLAY_FORMAT, REPLAY_VERSION } from '../replay/replay-file.ts';
import type { ReplayFile, ReplayStep } from '../replay/replay-file.ts';
import { Seed } from '../seed/seed.ts';
import { interpretedValidators } from './interpreted-validators.ts';
import { rehearse } from './rehearse.ts';
import type { RehearsedStep } from './rehearse.ts';
import { rehearseSession } from './report.ts';

const document = await loadDocument(SPEC_FILE);
const seeded = new Seed(1);
const version = (of: OpenApiDocument) => ({ document: of, validators: interpretedValidators(of) });
const before = version(document);

function edited(edit: (document: OpenApiDocument) => void) {
  const copy = structuredClone(document);
  edit(copy);
  return version(copy);
}

const session = (...steps: Partial<ReplayStep>[]): ReplayFile => ({
  format: REPLAY_FORMAT,
  version: REPLAY_VERSION,
  seed: 1,
  start: '2026-03-02T09:00:00.000Z',
  steps: steps.map((step) => ({ as: 'admin', method: 'GET', path: '/v1/contacts', ...step })),
});

async function played(file: ReplayFile, after = before): Promise<RehearsedStep[]> {
  const steps: RehearsedStep[] = [];
  for await (const step of rehearse(file, { before, after }, seeded)) steps.push(step);
  return steps;
}

const create = (email: string, more: object = {}) => ({
  method: 'POST' as const,
  path: '/v1/contacts',
  body: { email, ...more },
});
const statuses = (steps: readonly RehearsedStep[]) =>
  steps.map(({ answers }) => [answers.before.status, answers.after.status]);
const needsCompany = edited(({ components }) => {
  const { ContactCreate } = (components?.schemas ?? {}) as Record<string, { required?: string[] }>;
  ContactCreate?.required?.push('company');
});

describe('what the newer version refuses', () => {
  test('is done there by the rules of the older one, so that later requests meet it', async () => {
    const steps = await played(
      session(create('a@example.com'), create('a@example.com', { company: 'Acme' })),
      needsCompany,
    );
    expect(statuses(steps)).toEqual([
      [201, 422],
      [409, 409],
    ]);
    expect(steps.map(({ index, operation }) => [index, operation])).toEqual([
      [0, 'createContact'],
      [1, 'createContact'],
    ]);
  });

  test('and the older one too is not done', async () => {
    const steps = await played(
      session(create('no address'), create('b@example.com', { company: 'Acme' })),
      needsCompany,
    );
    expect(statuses(steps)).toEqual([
      [422, 422],
      [201, 201],
    ]);
  });
});

test('what both versions take is done once in each', async () => {
  const hook = {
    method: 'POST',
    path: '/v1/webhooks',
    body: { url: 'https://a.example.com/', events: ['contact.created'] },
  } as const;
  const list = (await played(session(hook, { path: '/v1/webhooks' }), needsCompany)).at(-1)?.answers;
  expect(list?.before.body).toContain('https://a.example.com/');
  expect(list?.after.body).toBe(list?.before.body);
});

test('an operation that has moved is found by its name; what is none has no name, and what controls the sandbox no findings', async () => {
  const moved = edited(({ paths = {} }) => {
    for (const path of ['/contacts', '/contacts/{id}']) {
      paths[path.replace('contacts', 'people')] = paths[path] ?? {};
      delete paths[path];
    }
  });
  const steps = await played(
    session({}, { path: '/v1/nowhere' }, { path: '/_sandbox/recipes' }, { path: '/v1/contacts/con_nowhere' }),
    moved,
  );
  expect(steps.map(({ operation }) => operation)).toEqual(['listContacts', undefined, undefined, 'getContact']);
  // A contact that is not there is not there in either, which the moved operation describes, too.
  expect(steps.map(({ findings }) => findings.length)).toEqual([1, 0, 0, 0]);
});

test('a session that is left early is left in both versions', async () => {
  for await (const step of rehearse(session({}, {}), { before, after: before })) {
    expect(step.index).toBe(0);
    break;
  }
});

test('the changes that touch a session are those of what it sends, as JSON, as text or in its address, and of what came', async () => {
  const touches = async (after: ReturnType<typeof version>, ...steps: Partial<ReplayStep>[]) => {
    const changes = documentChanges({ before: document, after: after.document }, { extensions: [] });
    return (await rehearseSession(session(...steps), { before, after }, changes, seeded)).touches.map(
      ({ change, evidence }) => `${change.location}: ${evidence?.how} ${evidence?.exchanges}`,
    );
  };
  const withoutName = edited(({ components }) => {
    const schemas = (components?.schemas ?? {}) as Record<string, { properties?: Record<string, unknown> }>;
    delete schemas['ContactCreate']?.properties?.['name'];
  });
  const named = create('c@example.com', { name: 'Ann' });
  expect(await touches(withoutName, named)).toEqual([expect.stringMatching(/name: sent 1$/)]);
  const text = { method: 'POST', path: '/v1/contacts', body_text: JSON.stringify(named.body) } as const;
  const typed = { 'Content-Type': 'application/json; charset=utf-8' };
  expect(await touches(withoutName, text, { ...named, headers: typed })).toEqual([
    expect.stringMatching(/name: sent 2$/),
  ]);
  expect(await touches(withoutName, create('d@example.com'), {})).toEqual([]);
  const withoutCompany = edited(({ components }) => {
    const schemas = (components?.schemas ?? {}) as Record<string, { properties?: Record<string, unknown> }>;
    delete schemas['Contact']?.properties?.['company'];
  });
  expect(await touches(withoutCompany, {})).toEqual([expect.stringMatching(/company: received 1$/)]);
  expect(await touches(withoutCompany, { method: 'HEAD' })).toEqual([]);
  const withoutTag = edited(({ paths }) => {
    const parameters = (paths?.['/contacts']?.get?.parameters ?? []) as { name?: string }[];
    parameters.splice(
      parameters.findIndex(({ name }) => name === 'tag'),
      1,
    );
  });
  expect(await touches(withoutTag, { path: '/v1/contacts?tag=vip' }, {})).toEqual(['GET /contacts query.tag: sent 1']);
});
