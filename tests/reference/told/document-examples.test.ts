import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../../../src/openapi/document/openapi-document.ts';
import { isJson } from '../../../src/openapi/document/media-types.ts';
import { madeExample } from '../../../src/openapi/schema/example.ts';
import type { Direction } from '../../../src/openapi/schema/fields.ts';
import { givenExamples } from '../../../src/openapi/schema/given.ts';
import { load } from '../pages.ts';
import { meantBy } from './meant.ts';

const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared/specs');
const documents: [name: string, file: string][] = [
  ['the API of this site', join(root, 'spec/openapi.yaml')],
  ['constructs.yaml', join(root, 'tests/reference/fixtures/constructs.yaml')],
  ['schemas.yaml', join(root, 'tests/reference/fixtures/schemas.yaml')],
  ['newer.yaml', join(root, 'tests/reference/fixtures/newer.yaml')],
  ...['museum.yaml', 'petstore.yaml', 'adyen-checkout.json', 'digitalocean.json'].map((name): [string, string] => [
    name,
    join(shared, name),
  ]),
];

/** The judge, for one direction. */
function validatorOf(document: OpenApiDocument, direction: Direction): (schema: Schema, value: unknown) => boolean {
  const code = { regExp: Object.assign(regExp, { code: '' }) };
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false, inlineRefs: false, code });
  const meant = meantBy(document, direction);
  ajv.addSchema({ ...meant(document), $id: 'document' });
  return (schema, value) =>
    ajv.validate({ $id: `s${(count += 1)}`, ...meant(JSON.parse(rebased(schema)) as object) }, value);
}

let count = 0;

/** Documents have patterns that are none to a Unicode-aware engine. */
function regExp(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern);
  }
}

function rebased(schema: Schema): string {
  return JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"document#');
}

/** The bodies of a document that have no example of their own. */
function bodiesOf({ reference, entries }: Awaited<ReturnType<typeof load>>): [string, Schema, Direction][] {
  return entries.flatMap(({ operation, kind }) => {
    const sent = (operation.requestBody?.content ?? []).map(
      (media) => [media, kind === 'event' ? 'response' : 'request'] as const,
    );
    const received = operation.responses.flatMap(({ content }) => content.map((media) => [media, 'response'] as const));
    return [...sent, ...received].flatMap(
      ([{ mediaType, schema, examples }, direction]): [string, Schema, Direction][] => {
        if (schema === undefined || schema === true || examples.length > 0 || !isJson(mediaType)) return [];
        if (givenExamples(reference.document, schema, direction).length > 0) return [];
        return [[`${operation.operationId}, ${direction}`, schema, direction]];
      },
    );
  });
}

test.each(documents.filter(([, file]) => existsSync(file)))(
  'a made-up example of %s satisfies its schema, or says that it does not',
  async (_, file) => {
    const loaded = await load(file);
    const { document } = loaded.reference;
    const judges = { request: validatorOf(document, 'request'), response: validatorOf(document, 'response') };
    const unfit: string[] = [];
    const bodies = bodiesOf(loaded);
    for (const [name, schema, direction] of bodies) {
      const { value, isFit } = madeExample(document, schema, direction);
      if (!isFit) unfit.push(name);
      else if (value !== undefined)
        expect(judges[direction](schema, value), `${name}: ${JSON.stringify(value)}`).toBe(true);
    }
    expect(unfit.length).toBeLessThanOrEqual(bodies.length / 50);
  },
  60_000,
);
