import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { DocumentError, loadDocument } from '../../src/openapi/document/load.ts';
import { markdownPagesOf, printMarkdownPage } from '../../src/site/reference/files/markdown-pages.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { samplesView } from '../../src/site/reference/view/samples-view.ts';
import { fc } from '../fast-check.ts';
import { options } from './pages.ts';
import { writeDocument } from './write-document.ts';

const text = readFileSync(join(import.meta.dirname, 'fixtures/constructs.yaml'), 'utf8');
/** What may stand where something else belongs. */
const others = [null, 7, 'text', true, [], {}, [null], { x: null }, [{}], { x: {} }, { $ref: 7 }];

/** Every place of a document. */
function placesOf(node: unknown, above: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [[...above, key], ...placesOf(value, [...above, key])]);
}

const places = placesOf(parse(text));

function misshapen(place: string[], value: unknown): string {
  const document = parse(text) as Record<string, unknown>;
  const last = place.at(-1) ?? '';
  const holder = place.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, document);
  holder[last] = value;
  return JSON.stringify(document);
}

/** Prints all that the pages of a document say. */
async function show(file: string): Promise<void> {
  const { reference, views } = makeReference(await loadDocument(file), { ...options, languages: ['curl', 'python'] });
  const html = new SchemaHtml(views);
  for (const entry of [...reference.operations.values(), ...reference.events]) {
    operationView(reference, html, entry);
    bundleOperation(reference.document, entry.operation);
    samplesView(reference, entry.operation);
  }
  for (const page of markdownPagesOf(reference, views)) printMarkdownPage(page, undefined);
}

test('whatever stands where something else belongs, a document is shown, or refused with the place', async () => {
  const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...others));
  await fc.assert(
    fc.asyncProperty(change, async ([place, value]) => {
      const file = await writeDocument({ 'api.json': misshapen(place, value) });
      const error: unknown = await show(file).catch((thrown: unknown) => thrown);
      if (error === undefined) return;
      expect(error).toBeInstanceOf(DocumentError);
      expect((error as DocumentError).message).toMatch(/api\.json(?::\d+)? at #\//);
    }),
    { numRuns: 60 },
  );
});
