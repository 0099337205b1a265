import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathOperations } from '../../src/openapi/model/method.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import type { OperationView } from '../../src/site/reference/view/operation-view.ts';
import { load } from './pages.ts';

const shared = join(import.meta.dirname, '../../../shared/specs');
const documents: [string, string, number][] = [
  ['constructs.yaml', join(import.meta.dirname, 'fixtures/constructs.yaml'), 7],
  ['schemas.yaml', join(import.meta.dirname, 'fixtures/schemas.yaml'), 3],
  ['newer.yaml', join(import.meta.dirname, 'fixtures/newer.yaml'), 3],
  ['museum.yaml', join(shared, 'museum.yaml'), 8],
  ['petstore.yaml', join(shared, 'petstore.yaml'), 20],
  ['adyen-checkout.json', join(shared, 'adyen-checkout.json'), 28],
  ['digitalocean.json', join(shared, 'digitalocean.json'), 659],
];

/** All HTML of a view, in the order of the page. */
function htmlOf(view: OperationView): string {
  const { parameters, body, responses, callbacks } = view;
  const headings = [...parameters.map(({ id }) => id), ...(body ? [body.id] : []), ...callbacks.map(({ id }) => id)];
  const sections = [...responses.successes, ...responses.errors];
  return [
    ...headings.map((id) => `<h2 id="${id}">`),
    ...parameters.map(({ list }) => list.text),
    body?.content.text,
    ...sections.map(({ id, headers, body: content }) => `<section id="${id}">${headers?.list.text}${content?.text}`),
    responses.errorHeaders?.list.text,
    ...responses.errorBodies.map(({ id, body: content }) => `<section id="${id}">${content.text}`),
    ...callbacks.map(({ content }) => content.text),
  ].join('');
}

describe.each(documents)('%s', (name, file, count) => {
  test.skipIf(!existsSync(file))(
    'has an address for every operation, no two the same (skipped where the document is absent)',
    async () => {
      const { reference, entries } = await load(file);
      const written = Object.values(reference.document.paths ?? {}).flatMap((item) => pathOperations(item));
      expect(reference.operations.size).toBe(count);
      expect(written).toHaveLength(count);
      const addresses = [...entries, ...reference.resources].map(({ address }) => address.toLowerCase());
      expect(new Set(addresses).size).toBe(addresses.length);
      for (const address of addresses) expect(address).toMatch(/^\/reference\/(?:[\p{L}\p{N}._-]+\/)+$/u);
    },
    60_000,
  );

  test.skipIf(!existsSync(file))(
    'has unique anchors on each page, and no page of more than a few hundred fields',
    async () => {
      const { reference, schemas, entries } = await load(file);
      for (const entry of entries) {
        const html = htmlOf(operationView(reference, schemas, entry));
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size, `${name} ${entry.operation.operationId}`).toBe(ids.length);
        expect(ids.length, entry.operation.operationId).toBeLessThan(600);
        expect(html).not.toContain('<>');
        for (const [, target] of html.matchAll(/ href="#([^"]*)"/g))
          expect(ids, entry.operation.operationId).toContain(target);
      }
    },
    60_000,
  );

  test.skipIf(!existsSync(file))(
    'has bundled operations that stand alone',
    async () => {
      const { reference, entries } = await load(file);
      for (const { operation } of entries) {
        const bundled = bundleOperation(reference.document, operation);
        const refs = [...JSON.stringify(bundled).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, ref = '']) => ref);
        for (const ref of refs) expect(Object.keys(bundled.$defs), operation.operationId).toContain(ref);
      }
    },
    60_000,
  );
});
