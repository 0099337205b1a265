import { expect, test } from 'vitest';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import type { OpenApiDocument, SchemaObject } from '../../src/openapi/document/openapi-document.ts';
import { markdownPagesOf, printMarkdownPage } from '../../src/site/reference/files/markdown-pages.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { responseExamples, samplesView } from '../../src/site/reference/view/samples-view.ts';
import { options } from './pages.ts';

/** Ends what would not end by itself. */
const MOST_READS = 20_000_000;

/** A document that counts how often a member of it is read. */
function counted(document: OpenApiDocument): { document: OpenApiDocument; reads: () => number } {
  let reads = 0;
  const known = new WeakMap<object, object>();
  const wrap = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    const proxy =
      known.get(value) ??
      new Proxy(value, {
        get(target, key, receiver) {
          reads += 1;
          if (reads > MOST_READS) throw new Error('The work has no end.');
          return wrap(Reflect.get(target, key, receiver) as unknown);
        },
      });
    known.set(value, proxy);
    return proxy as T;
  };
  return { document: wrap(document), reads: () => reads };
}

type Level = (next: SchemaObject, own: string) => SchemaObject;
const times = <T>(make: (n: number) => T): T[] => Array.from({ length: 10 }, (_, n) => make(n));
const named = (make: (n: number) => SchemaObject): Record<string, SchemaObject> =>
  Object.fromEntries(times((n) => [`p${n}`, make(n)]));

/** Schemas of which each says the next one ten times, in some way: written out, ten to the power of the levels. */
const levels: Record<string, Level> = {
  'all of': (next) => ({ allOf: times(() => next) }),
  'all of, with texts beside the references': (next) => ({ allOf: times((n) => ({ ...next, description: `${n}` })) }),
  'all of alternatives': (next) => ({ allOf: times(() => ({ oneOf: [next, { type: 'string' }] })) }),
  'all of what may be null': (next) => ({ allOf: times(() => ({ anyOf: [next, { type: 'null' }] })) }),
  'any of': (next) => ({ anyOf: times(() => next) }),
  'one of': (next) => ({ oneOf: times(() => next) }),
  'one of lists': (next) => ({ oneOf: times(() => ({ type: 'array', items: next })) }),
  'alternatives beside members': (next, own) => ({ properties: { [own]: true }, oneOf: times(() => next) }),
  properties: (next) => ({ type: 'object', properties: named(() => next) }),
  'lists of maps': (next) => ({
    properties: named(() => ({ type: 'array', items: { type: 'object', additionalProperties: next } })),
  }),
  patterns: (next) => ({ patternProperties: named(() => next) }),
  tuples: (next) => ({ type: 'array', prefixItems: times(() => next) }),
  conditions: (next, own) => ({
    properties: { [own]: { type: 'string' } },
    if: { properties: { [own]: { const: 'a' } } },
    then: next,
    else: next,
    dependentSchemas: named(() => next),
  }),
  negations: (next) => ({ not: { anyOf: times(() => next) } }),
  subtypes: ({ $ref = '' }) => ({
    type: 'object',
    discriminator: { propertyName: 'kind', mapping: Object.fromEntries(times((n) => [`k${n}`, $ref])) },
  }),
  'required properties': (next) => ({
    type: 'object',
    required: times((n) => `p${n}`),
    properties: named(() => next),
  }),
};

function documentOf(level: Level, depth: number): OpenApiDocument {
  const ref = (n: number): SchemaObject => ({ $ref: `#/components/schemas/S${n}` });
  const schemas = Array.from({ length: depth }, (_, n) => [`S${n}`, level(ref(n + 1), `own${n}`)] as const);
  const last = { type: 'object', properties: { a: { type: 'string' } } };
  const content = { 'application/json': { schema: ref(0) } };
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/x': { post: { requestBody: { content }, responses: { '200': { description: 'ok', content } } } } },
    components: { schemas: { ...Object.fromEntries(schemas), [`S${depth}`]: last } },
  };
}

/** How often members of a document are read until everything is printed that its pages say. */
function work(source: OpenApiDocument): number {
  const { document, reads } = counted(source);
  const { reference, views } = makeReference(document, options);
  const html = new SchemaHtml(views);
  for (const entry of reference.operations.values()) {
    operationView(reference, html, entry);
    bundleOperation(reference.document, entry.operation);
    samplesView(reference, entry.operation);
    responseExamples(reference.document, entry.operation);
  }
  for (const page of markdownPagesOf(reference, views)) printMarkdownPage(page, undefined);
  return reads();
}

test.each(Object.entries(levels))('the work for a document grows as the document does: %s', (_, level) => {
  const [ten, twenty] = [work(documentOf(level, 10)), work(documentOf(level, 20))];
  expect(twenty).toBeLessThan(4 * ten);
});
