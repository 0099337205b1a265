import { expect, test } from 'vitest';
import { bodyValidatorsOf } from '../../scripts/sandbox/validators.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { changesBetween, rehearseSession } from '../../src/sandbox/rehearsal/report.ts';
import type { SpecVersion } from '../../src/sandbox/rehearsal/version-rules.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import { trackedExtensions } from '../../src/site/changes/tracked-extensions.ts';
import { all, drop, move, property, pull, push, schema, set } from '../changes/mutations/edit.ts';
import { sessions } from './sessions.ts';

const seeded = new Seed(1);
const document = await loadDocument(SPEC_FILE);
const policies = await loadPolicies();
const version = (of: OpenApiDocument): SpecVersion => ({ document: of, policies, validators: bodyValidatorsOf(of) });
const before = version(document);

interface Mutation {
  name: string;
  edit: (document: OpenApiDocument) => void;
  /** The sessions that touch it. */
  by: string[];
  /** What the run shows of it, at the field; none: no answer can show it, and the change is told by its place. */
  shows?: string;
}

const without = (name: string, field: string): Mutation['edit'] =>
  all(drop(property(`${name} ${field}`)), pull(schema(`${name} required`), field));
const removed = 'came, and is not described any more';

const mutations: Mutation[] = [
  {
    name: 'an operation is removed',
    edit: drop('paths /contacts/{id} delete'),
    by: ['contacts'],
    shows: 'request : is refused: 405 method_not_allowed',
  },
  {
    name: 'a path is renamed',
    edit: move('paths /contacts/search', 'paths /contacts/find'),
    by: ['contacts'],
    shows: 'request : is refused: 405',
  },
  {
    name: 'an operation is deprecated',
    edit: all(set('paths /chatbots get deprecated', true), set('paths /chatbots get x-deprecated', '2027-01-01')),
    by: ['chatbots'],
    shows: 'response header Deprecation: says that the operation is deprecated',
  },
  {
    name: 'a query parameter is removed',
    edit: drop('paths /contacts get parameters 1'),
    by: ['contacts'],
    shows: 'request tag: is refused: 400 unknown_query_parameter',
  },
  {
    name: 'a page may be shorter only',
    edit: set('components parameters PerPage schema maximum', 4),
    by: ['contacts'],
    shows: 'request per_page: is refused: 400 invalid_query_parameter',
  },
  {
    name: 'a value of a filter is gone',
    edit: set('paths /operators get parameters 0 schema', { type: 'string', enum: ['offline'] }),
    by: ['operators'],
    shows: 'request status: is refused: 400 invalid_query_parameter',
  },
  {
    name: 'a field must be sent',
    edit: push(schema('ContactCreate required'), 'company'),
    by: ['contacts'],
    shows: 'request company: is refused: 422 missing_parameter',
  },
  {
    name: 'a list that is sent may be shorter only',
    edit: set(schema('TagNames maxItems'), 0),
    by: ['contacts'],
    shows: 'request tags: is refused: 422 invalid_parameter',
  },
  {
    name: 'a field that is sent is called otherwise',
    edit: all(
      move(property('ConversationAssignment operator_id'), property('ConversationAssignment assignee')),
      set(schema('ConversationAssignment required'), ['assignee']),
    ),
    by: ['conversations'],
    shows: 'request assignee: is refused: 422 missing_parameter',
  },
  {
    name: 'an alternative of what is sent is gone',
    edit: all(drop(schema('MessageCreate oneOf 3')), drop(schema('MessageCreate discriminator mapping note'))),
    by: ['messages'],
    shows: 'request type: is refused: 422',
  },
  {
    name: 'an address that is sent may be shorter only',
    edit: set(property('WebhookCreate url maxLength'), 10),
    by: ['webhooks'],
    shows: 'request url: is refused: 422',
  },
  {
    name: 'a field that comes is removed, of a record that an event carries too',
    edit: without('Contact', 'email'),
    by: ['contacts', 'webhooks'],
    shows: `response data[].email: ${removed}`,
  },
  {
    name: 'a field that comes has another type',
    edit: set(property('Visitor online type'), 'string'),
    by: ['visitors'],
    shows: 'response data[].online: came as boolean, and is string now',
  },
  {
    name: 'a field of the records in a list is removed',
    edit: without('Assignment', 'assigned_at'),
    by: ['operators'],
    shows: `response data[].assigned_at: ${removed}`,
  },
  {
    name: 'a field of one alternative that comes is removed, and an event carries it',
    edit: without('Note', 'created_at'),
    by: ['messages', 'webhooks'],
    shows: `response created_at: ${removed}`,
  },
  {
    name: 'a value that comes is gone',
    edit: set(property('Webhook status enum'), ['failed']),
    by: ['webhooks'],
    shows: 'response data[].status: came as `active`, which is not one of its values any more',
  },
  {
    name: 'success has another status',
    edit: move('paths /webhooks post responses 201', 'paths /webhooks post responses 200'),
    by: ['webhooks'],
    shows: 'response : is answered with 200 in place of 201',
  },
  {
    name: 'a response that came is removed',
    edit: drop('paths /contacts post responses 409'),
    by: ['contacts'],
    shows: 'response : came as 409, which is not described any more',
  },
  {
    name: 'a header that came is removed',
    edit: drop('paths /visitors get responses 200 headers X-Request-Id'),
    by: ['visitors'],
    shows: `response header X-Request-Id: ${removed}`,
  },
  {
    name: 'an error code that came is removed',
    edit: set('components responses EmailTaken x-error-codes', ['another_code']),
    by: ['contacts'],
    shows: 'response error.code: came with the error code `email_taken`',
  },
  {
    name: 'a field that came may be null now',
    edit: set(property('Session landing_page type'), ['string', 'null']),
    by: ['visitors'],
  },
  {
    name: 'nothing that anybody does',
    edit: all(
      push('paths /contacts get parameters', { name: 'city', in: 'query', schema: { type: 'string' } }),
      drop('webhooks operator.status_changed'),
      set(property('ContactCreate city'), { type: 'string' }),
    ),
    by: [],
  },
];

/** What a rehearsal found: of each request, and of the documents what touches the session. */
async function found(edit: Mutation['edit']): Promise<Map<string, { lines: string[]; messages: string[] }>> {
  const after = structuredClone(document);
  edit(after);
  const versions = { before, after: version(after) };
  const changes = changesBetween(versions, trackedExtensions);
  const reports = new Map<string, { lines: string[]; messages: string[] }>();
  for (const [name, file] of Object.entries(sessions)) {
    const { steps, touches } = await rehearseSession(file, versions, changes, seeded);
    const lines = steps.flatMap(({ findings }) =>
      findings.map(({ in: side, place, message }) => `${side} ${place}: ${message}`),
    );
    if (lines.length + touches.length === 0) continue;
    reports.set(name, { lines, messages: touches.map(({ change }) => change.message) });
  }
  return reports;
}

test('there are twenty edits and more, most of which the answers show at the field', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(20);
  expect(mutations.filter(({ shows }) => shows !== undefined).length).toBeGreaterThanOrEqual(20);
});

test.each(mutations)('$name: found by the sessions that touch it, and by no other', async ({ edit, by, shows }) => {
  const reports = await found(edit);
  expect([...reports.keys()], JSON.stringify([...reports], null, 1)).toEqual(by);
  if (shows === undefined) return;
  const lines = [...reports.values()].flatMap((report) => report.lines);
  expect(
    lines.some((line) => line.startsWith(shows)),
    lines.join('\n'),
  ).toBe(true);
});

test('two versions that say the same have no findings, whatever a session does', async () => {
  expect(await found(() => undefined)).toEqual(new Map());
});
