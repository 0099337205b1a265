import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { markdownPagesOf } from '../../src/site/reference/files/markdown-pages.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { wayTo } from '../../src/site/reference/model.ts';
import { sidebarOf } from '../../src/site/reference/sidebar.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { responseExamples } from '../../src/site/reference/view/samples-view.ts';
import { options } from './pages.ts';
import { read, writeDocument } from './write-document.ts';

const { reference, views } = makeReference(
  await loadDocument(join(import.meta.dirname, 'fixtures/newer.yaml')),
  options,
);
const schemas = new SchemaHtml(views);
const markdown = new Map(markdownPagesOf(reference, views).map(({ address, print }) => [address, print()]));
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

function view(operationId: string) {
  const entry = reference.operations.get(operationId) ?? expect.unreachable();
  return { ...operationView(reference, schemas, entry), markdown: markdown.get(entry.address) ?? '' };
}

describe('the page of an operation of OpenAPI 3.2', () => {
  const logs = view('queryLogs');
  const bodyOf = (status: string): string =>
    logs.responses.successes.find((response) => response.status === status)?.body?.text ?? '';

  test('has its method, as it is sent', () => {
    expect(logs.markdown).toContain('Request: `QUERY /logs`');
    expect(view('searchLogs').markdown).toContain('Request: `m-search /logs`');
    expect(markdown.get('/reference/events/log.created/')).toContain('Sent as: `NOTIFY`');
  });

  test('tells of a query that is one value, and how it is sent', () => {
    expect(logs.parameters.map(({ title, id }) => [title, id])).toEqual([['Query string', 'querystring-parameters']]);
    expect(textOf(logs.parameters[0]?.list.text ?? '')).toContain('sent as since=2026-02-11');
    expect(logs.parameters[0]?.list.text).toContain('id="querystring-window-since"');
  });

  test('tells what a stream consists of, and what each item is', () => {
    const text = textOf(bodyOf('200'));
    expect(text).toContain('application/jsonl stream of JSON values, one a line');
    expect(text).toContain(
      'application/json-seq stream of JSON texts, each behind a record separator Each item Failure or Plain',
    );
    expect(text).toContain(
      'text/event-stream array at most 1,000 items text/event-stream stream of server-sent events Each event object',
    );
    expect(text).toContain('data string (application/json) required Members Content Failure or Plain');
    expect(bodyOf('200')).toContain('id="response-200-Failure-code"');
    expect(bodyOf('200')).toContain('id="response-200-2-each-data"');
    expect(logs.markdown).toContain('`application/jsonl` · stream of JSON values, one a line');
  });

  test('tells how parts are sent by their places, and what of a form by its name', () => {
    const text = textOf(view('copyLogs').body?.content.text ?? '');
    expect(text).toContain('stream of parts Each part');
    expect(text).toContain('part 1 is sent as application/ld+json with X-Order');
    expect(text).toContain('each further part is sent as application/json');
  });

  test('shows streams as they are sent, an item of each kind', () => {
    const examples = responseExamples(
      reference.document,
      reference.operations.get('queryLogs')?.operation ?? expect.unreachable(),
    );
    const shown = examples.map(({ code }) => code.text.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"'));
    expect(shown).toEqual([
      '{"kind":"error","code":7}\n{"line":"started"}\n',
      '\u001e{"kind":"error","code":7}\n\u001e{"line":"started"}\n',
      'event: entry\ndata: {"kind":"error","code":7}\n\n',
    ]);
  });

  test('shows an example as data, or as it is written', () => {
    const { markdown: text } = view('copyLogs');
    expect(text).toContain('<report level="1"><![CDATA[a < b]]></report>');
    expect(text).toContain('<report  level="2"/>');
  });

  test('tells the alternative that holds where none is chosen', () => {
    expect(textOf(bodyOf('200'))).toContain('Plain where nothing else is told');
    expect(logs.markdown).toContain('**Plain** · where nothing else is told');
  });

  test('tells what a response means in short, and which server is which', () => {
    expect(logs.responses.successes[0]).toMatchObject({ status: '200', summary: 'Matches' });
    expect(view('searchLogs').markdown).toContain('### 204 No Content\n\nNothing here');
    expect(markdown.get('/reference/')).toContain('`https://eu.example.com` (Europe): Near you.');
  });

  test('puts deprecated schemes last, and tells of them', () => {
    expect(logs.access.map(([need]) => [need?.title, need?.deprecated])).toEqual([
      ['OAuth 2.0', false],
      ['API key', true],
    ]);
    expect(markdown.get('/reference/')).toMatch(/### API key\n\n\*\*Deprecated:\*\*/);
    expect(markdown.get('/reference/')).toContain(
      'Metadata: `https://auth.example.com/.well-known/oauth-authorization-server`',
    );
    expect(logs.markdown).toContain('(`X-Key: …`), deprecated');
  });
});

describe('tags', () => {
  test('are called by their summaries, and stand below their parents', () => {
    expect(reference.resources.map((resource) => wayTo(resource).map(({ title }) => title))).toEqual([
      ['Telemetry'],
      ['Telemetry', 'Tracing'],
      ['Telemetry', 'Tracing', 'Spans'],
      ['Logs'],
    ]);
    const spans = reference.resources[2];
    expect(textOf(sidebarOf(reference, spans, '/reference/spans/').text)).toBe(
      ' API reference Telemetry Tracing Spans Copy logs COPY Logs Events ',
    );
    expect(markdown.get('/reference/telemetry/')).toContain(
      '## Groups\n\n- [Tracing](/reference/traces/): What a request left behind.',
    );
  });

  test('that make no groups are said of an operation', () => {
    const { operation, address } = reference.operations.get('queryLogs') ?? expect.unreachable();
    expect(address).toBe('/reference/traces/query-logs/');
    expect(operation.labels).toEqual([
      { kind: 'badge', title: 'Early access' },
      { kind: 'audience', title: 'Partners' },
    ]);
    expect(view('queryLogs').markdown).toContain('- badge: Early access');
  });

  test('that are nested under none, or under themselves, are told and stand alone', async () => {
    const text = `openapi: 3.2.0
info: { title: T, version: "1" }
tags: [{ name: a, parent: gone }, { name: b, parent: c }, { name: c, parent: b }, { name: d, parent: d }]
paths: { /a: { get: { tags: [a, b, c, d] } } }`;
    const { document, notes } = await read(await writeDocument({ 'api.yaml': text }));
    expect(document.tags).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c', parent: 'b' }, { name: 'd' }]);
    expect(notes.map((line) => line.replace(/^\S+ at /, ''))).toEqual([
      '#/tags/0/parent: is no tag that the document declares, and is left out: `gone`',
      '#/tags/1/parent: leads back to the tag itself, and is left out: `c`, `d` (2 times; this is the first)',
    ]);
  });

  test('in great numbers show what is nested under those on the way only', () => {
    const tags = Array.from({ length: 100 }, (_, n) => ({
      name: `t${n}`,
      ...(n % 10 > 0 && { parent: `t${n - (n % 10)}` }),
    }));
    const many = makeReference(
      {
        openapi: '3.2.0',
        info: { title: 'T', version: '1' },
        tags,
        paths: Object.fromEntries(tags.map(({ name }) => [`/${name}`, { get: { operationId: name, tags: [name] } }])),
      },
      options,
    ).reference;
    const shown = textOf(sidebarOf(many, many.resources[13], '').text);
    expect(shown).toBe(
      ' API reference T0 T10 T11 T12 T13 GET /t13 GET T14 T15 T16 T17 T18 T19 T20 T30 T40 T50 T60 T70 T80 T90 ',
    );
  });
});
