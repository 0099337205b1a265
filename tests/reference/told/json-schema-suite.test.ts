import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../../../src/openapi/document/openapi-document.ts';
import { isRecord } from '../../../src/openapi/document/refs.ts';
import { SchemaViews } from '../../../src/openapi/schema/schema-views.ts';
import { ROOT } from './any-document.ts';
import { limitsIn, withImpliedTypes } from './limits.ts';
import { Reader } from './reader.ts';

const folder = join(import.meta.dirname, '../../../../shared/json-schema-tests/draft2020-12');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** Not told, and why. */
const LEFT_OUT: Record<string, string> = {
  $id: 'A document is read as one resource: what has an address of its own is put into it, or refused, before.',
  $anchor: 'As with $id.',
  $dynamicRef: 'Depends on where a schema is used; OpenAPI documents have it next to never.',
  'https?://': 'References out of the document are refused before.',
  '#/$defs//': 'An empty name in a reference.',
};
const LEFT_OUT_PATTERN = new RegExp(
  Object.keys(LEFT_OUT)
    .map((key) => key.replaceAll('$', String.raw`\$`))
    .join('|'),
);

interface Group {
  description: string;
  schema: Schema;
  tests: { description: string; data: unknown; valid: boolean }[];
}

/** A schema as the only component of a document. */
function documentOf(schema: Schema): OpenApiDocument {
  const Root = rebased(schema) as NonNullable<NonNullable<OpenApiDocument['components']>['schemas']>[string];
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas: { Root } } };
}

function rebased(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rebased);
  if (!isRecord(node)) return node;
  const members = Object.entries(node).map(([key, value]) => {
    if (key === '$ref' && typeof value === 'string') return [key, value.replace(/^#/, ROOT.$ref)];
    return [key, key === 'enum' || key === 'const' ? value : rebased(value)];
  });
  return Object.fromEntries(members) as unknown;
}

function isRightWithTypes(schema: Schema, data: unknown): boolean {
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  return ajv.validate(withImpliedTypes(schema) as Schema, data);
}

test.skipIf(files.length === 0)(
  'of JSON Schema’s own tests, what the page says is true, and all of it (skipped where they are absent)',
  () => {
    const read = { told: 0, open: 0 };
    for (const file of files) {
      for (const { description, schema, tests } of JSON.parse(readFileSync(join(folder, file), 'utf8')) as Group[]) {
        const { $schema: _, ...own } = typeof schema === 'object' ? { $schema: undefined, ...schema } : { $schema: '' };
        if (LEFT_OUT_PATTERN.test(JSON.stringify(own))) continue;
        const document = documentOf(schema);
        const views = new SchemaViews(document, (ref) => ref);
        const told = views.told(ROOT, undefined);
        const reader = new Reader(({ address }) => views.body({ $ref: address }, undefined));
        for (const { description: about, data, valid } of tests) {
          const verdict = reader.read(told, data);
          read[verdict === 'unknown' ? 'open' : 'told'] += 1;
          const context = `${file}: ${description}: ${about}: ${JSON.stringify(data)}`;
          if (valid)
            expect(verdict === 'no' && isRightWithTypes(schema, data), `the page forbids ${context}`).toBe(false);
          else if (limitsIn(document).length === 0) expect(verdict, `the page allows ${context}`).not.toBe('yes');
        }
      }
    }
    expect(read.told).toBeGreaterThan(9 * read.open);
  },
);
