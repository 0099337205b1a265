import { describe, expect, test } from 'vitest';
import { markdownPagesOf, printMarkdownPage } from '../../src/site/reference/files/markdown-pages.ts';
import { OperationJson } from '../../src/site/reference/files/operation-json.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import type { MadeReference } from '../../src/site/reference/make-reference.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { sidebarOf } from '../../src/site/reference/sidebar.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { samplesView } from '../../src/site/reference/view/samples-view.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { options } from './pages.ts';
import { writeDocument } from './write-document.ts';

const OK = '{ "204": { description: Done } }';

async function make(text: string, internal = false): Promise<MadeReference> {
  const file = await writeDocument({ 'api.yaml': `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${text}` });
  return makeReference(await loadDocument(file), { ...options, internal });
}

/** All that pages, Markdown, sidebars and files say. */
function printed(made: MadeReference): string {
  const { reference, views } = made;
  const html = new SchemaHtml(views);
  const entries = [...reference.operations.values(), ...reference.events];
  const json = new OperationJson(reference);
  return JSON.stringify([
    entries.map((entry) => [entry.address, operationView(reference, html, entry), json.print(entry)]),
    reference.resources.map((resource) => sidebarOf(reference, resource, resource.address).text),
    markdownPagesOf(reference, views).map((page) => printMarkdownPage(page, undefined)),
    made.source,
  ]);
}

describe('what is marked as internal', () => {
  const text = `
tags: [{ name: Jobs }, { name: Staff, x-internal: true }]
paths:
  /jobs:
    parameters: [{ name: hidden1, in: query, x-internal: true }, { $ref: '#/components/parameters/Page' }]
    post:
      operationId: createJob
      tags: [Jobs, Staff]
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
      responses: ${OK}
    delete: { operationId: hidden2, x-internal: true, tags: [Jobs], responses: ${OK} }
  /staff: { get: { operationId: hidden3, tags: [Staff], responses: ${OK} } }
  /hidden4: { x-internal: true, get: { operationId: other, responses: ${OK} } }
webhooks: { hidden5: { post: { x-internal: true, responses: ${OK} } } }
components:
  parameters: { Page: { name: hidden6, in: query, x-internal: true } }
  schemas:
    Job:
      type: object
      required: [name, hidden7]
      properties:
        name: { type: string }
        value: { type: object, properties: { hidden8: { type: string, x-internal: true } } }
        hidden7: { type: string, x-internal: true }
        hidden9: { $ref: '#/components/schemas/Secret' }
        kind: { oneOf: [{ $ref: '#/components/schemas/Alias' }, { type: string }] }
    Alias: { $ref: '#/components/schemas/Secret' }
    Secret: { x-internal: true, type: object, properties: { hidden10: { type: string } } }
`;

  test('is nowhere: no page, no Markdown, no sidebar, no file tells of it', async () => {
    const made = await make(text);
    expect(printed(made)).not.toMatch(/hidden\d|x-internal|Staff|Secret/);
    expect([...made.reference.operations.keys()]).toEqual(['createJob']);
    expect(made.source.components?.schemas?.Job).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        value: { type: 'object', properties: {} },
        kind: { oneOf: [{ type: 'string' }] },
      },
    });
  });

  test('is shown to whom asks for it', async () => {
    const shown = printed(await make(text, true));
    for (let n = 1; n <= 10; n += 1) expect(shown).toContain(`hidden${n}`);
  });

  test('is no way to authenticate, unless there is no other: none at all would say that nobody is asked', async () => {
    const made = await make(`
security: [{ key: [] }, { staff: [] }, { key: [], staff: [] }]
paths:
  /jobs:
    get: { operationId: listJobs, responses: ${OK} }
    post: { operationId: createJob, security: [{ staff: [] }, {}], responses: ${OK} }
    delete: { operationId: deleteJob, security: [{ staff: [] }], responses: ${OK} }
components:
  securitySchemes: { key: { type: http, scheme: bearer }, staff: { type: http, scheme: basic, x-internal: true } }
`);
    expect(made.source.security).toEqual([{ key: [] }]);
    const { post, delete: remove } = made.source.paths?.['/jobs'] ?? {};
    expect([post?.security, remove?.security]).toEqual([[{}], [{ staff: [] }]]);
  });

  test('costs what stays none of its digits', async () => {
    const made = await make(`
paths:
  /jobs: { get: { operationId: listJobs, responses: ${OK} }, delete: { x-internal: true, responses: ${OK} } }
components:
  schemas:
    Job: { type: object, properties: { id: { default: 12345678901234567890 } }, example: { price: 1.10, list: [1.0, 2] } }
`);
    expect(Object.keys(made.source.paths?.['/jobs'] ?? {})).toEqual(['get']);
    expect(JSON.stringify(made.source.components?.schemas?.Job)).toBe(
      '{"type":"object","properties":{"id":{"default":12345678901234567890}},"example":{"price":1.10,"list":[1.0,2]}}',
    );
  });

  test('leaves a document without such marks as it is, and data that only looks like one', async () => {
    const made = await make('paths: {}\ncomponents: { schemas: { A: { example: { x-internal: true, a: 1 } } } }');
    expect(made.source.components?.schemas?.A?.example).toEqual({ 'x-internal': true, a: 1 });
  });
});

describe('an operation of several tags', () => {
  const text = `
tags: [{ name: Intro, description: 'How to begin.' }, { name: Empty }, { name: Admin }, { name: Jobs }]
paths:
  /jobs: { post: { operationId: createJob, summary: Create, tags: [Jobs, Admin, Jobs, New], responses: ${OK} } }
  /users: { get: { operationId: listUsers, tags: [Admin], responses: ${OK} } }
`;

  test('is listed under each of them, and has one page, under the first', async () => {
    const { reference } = await make(text);
    const listed = reference.resources.map(({ title, entries }) => [title, entries.map(({ address }) => address)]);
    expect(listed).toEqual([
      ['Intro', []],
      ['Admin', ['/reference/jobs/create-job/', '/reference/admin/list-users/']],
      ['Jobs', ['/reference/jobs/create-job/']],
      ['New', ['/reference/jobs/create-job/']],
    ]);
    expect(reference.operations.get('createJob')?.resource?.title).toBe('Jobs');
    const pages = markdownPagesOf(reference, (await make(text)).views).map(({ address }) => address);
    expect(new Set(pages).size).toBe(pages.length);
  });

  test('stands beside tags that only say something, which have their page and their line', async () => {
    const made = await make(text);
    const { reference } = made;
    const [intro] = reference.resources;
    expect(sidebarOf(reference, intro, '/reference/intro/').text).toContain(
      'href="/reference/intro/" aria-current="page"',
    );
    const pages = new Map(
      markdownPagesOf(reference, made.views).map((page) => [page.address, printMarkdownPage(page, undefined)]),
    );
    expect(pages.get('/reference/intro/')).toMatch(/^# Intro\n\nHow to begin\.\n+---\n/);
    expect(pages.get('/reference/')).toContain('## [Intro](/reference/intro.md)\n\nHow to begin.');
  });
});

describe('samples that a document brings along', () => {
  const text = (samples: string, name = 'x-codeSamples'): string =>
    `paths: { /jobs: { post: { operationId: createJob, ${name}: ${samples}, responses: ${OK} } } }`;
  const labels = async (document: string): Promise<string[]> => {
    const { reference } = await make(document);
    const operation = reference.operations.get('createJob')?.operation;
    return operation ? samplesView(reference, operation).map(({ label }) => label) : [];
  };

  test('stand before those that are made, by their labels', async () => {
    const own =
      '[{ lang: Python, label: SDK, source: "client.jobs.create()" }, { lang: Java, source: "jobs.create();" }]';
    expect(await labels(text(own))).toEqual(['SDK', 'Java', 'curl', 'JavaScript']);
    expect(await labels(text(own, 'x-code-samples'))).toEqual(['SDK', 'Java', 'curl', 'JavaScript']);
    const markdown = printed(await make(text(own)));
    expect(markdown.indexOf('### SDK')).toBeGreaterThan(0);
    expect(markdown.indexOf('### SDK')).toBeLessThan(markdown.indexOf('### curl'));
    expect(markdown).toContain('client.jobs.create()');
  });

  test('tell where they come from if they are called as one that is made, and are left out if they hold no text', async () => {
    const own = '[{ lang: cURL, source: "curl x" }, { lang: Go }, 7, { label: Go, source: "x" }]';
    expect(await labels(text(own))).toEqual(['cURL (provided)', 'Go (provided)', 'curl', 'JavaScript']);
    expect(await labels(text('nothing'))).toEqual(['curl', 'JavaScript']);
  });
});
