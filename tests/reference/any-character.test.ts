import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { markdownPagesOf, printMarkdownPage } from '../../src/site/reference/files/markdown-pages.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { encodeHeader } from '../../src/openapi/request/percent-encoding.ts';
import { responseExamples, samplesView } from '../../src/site/reference/view/samples-view.ts';
import { options } from './pages.ts';

/** A document that says `text` wherever it may say something. */
const documentOf = (text: string): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: text, version: text, description: text },
  servers: [{ url: 'https://example.com', description: text }],
  security: [{ key: [] }],
  paths: {
    '/pets': {
      post: {
        operationId: 'addPet',
        tags: ['pets'],
        summary: text,
        description: `${text}\n\n\`\`\`json\n{"a": "${text}", "b": "plain"}\n\`\`\``,
        parameters: [
          { name: 'X-Tag', in: 'header', required: true, description: text, example: text, schema: { type: 'string' } },
          { name: 'q', in: 'query', required: true, example: text, schema: { type: 'string', default: text } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Pet' },
              examples: { one: { summary: text, value: { name: text, kind: 'plain' } } },
            },
          },
        },
        responses: {
          200: {
            description: text,
            headers: { Place: { description: text, schema: { type: 'string', example: text } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'key' } },
    schemas: {
      Pet: {
        type: 'object',
        description: text,
        properties: {
          name: { type: 'string', description: text, default: text, examples: [text], pattern: text },
          kind: { type: 'string', enum: [text, 'other'], 'x-enum-descriptions': [text, text] },
          home: { type: 'object', description: text, properties: { street: { type: 'string', const: text } } },
        },
      },
    },
  },
});

/** All that the pages say of it: HTML, Markdown and samples. */
function printed(document: OpenApiDocument): string {
  const { reference, views } = makeReference(document, {
    ...options,
    languages: ['curl', 'javascript', 'python', 'go', 'php', 'ruby'],
  });
  const [entry] = reference.operations.values();
  if (!entry) return expect.unreachable();
  const html = operationView(reference, new SchemaHtml(views), entry);
  const samples = samplesView(reference, entry.operation);
  const examples = responseExamples(document, entry.operation);
  const markdown = markdownPagesOf(reference, views).map((page) => printMarkdownPage(page, undefined));
  return JSON.stringify([html, samples, examples, markdown]);
}

test.each(['\uE000', '\uE010', '\uE011', '\uE020\uE021', '\uE0200\uE021', '\uF8FF', '🦊é'])(
  'a document that says %j is shown as it is',
  (text) => {
    const [plain, found] = [printed(documentOf('Qqq')), printed(documentOf(text))];
    const encoded = plain.replaceAll('q=Qqq', `q=${encodeURIComponent(text)}`);
    // What a header cannot hold is encoded in samples.
    const told = (all: string): string => all.replaceAll(encodeHeader(text), text);
    expect(told(found)).toBe(told(encoded.replaceAll('Qqq', text)));
  },
);
