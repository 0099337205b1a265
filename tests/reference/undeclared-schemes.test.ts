import { expect, test } from 'vitest';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { entryMarkdown } from '../../src/site/reference/markdown/entry-markdown.ts';
import { accessView } from '../../src/site/reference/view/access-view.ts';
import { samplesView } from '../../src/site/reference/view/samples-view.ts';
import { options } from './pages.ts';
import { read, writeDocument } from './write-document.ts';

const text = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://a.test" }]
paths:
  /a: { get: { operationId: a, security: [{ ghost: [] }], responses: {} } }
  /b: { get: { operationId: b, security: [{ key: [], constructor: [] }], responses: {} } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
`;

test('a scheme that the document does not declare is told, shown by its name, and sends nothing', async () => {
  const { document, notes } = await read(await writeDocument({ 'api.yaml': text }));
  expect(notes).toEqual([
    expect.stringMatching(
      /:5 at #\/paths\/~1a\/get\/security\/0\/ghost: is no security scheme .*: `ghost`, `constructor` \(2 times/,
    ),
  ]);
  const { reference, views } = makeReference(document, options);
  const [a, b] = ['a', 'b'].map((id) => reference.operations.get(id) ?? expect.unreachable());
  expect(accessView(reference, a!.operation)).toEqual([[{ title: 'ghost', deprecated: false, details: [] }]]);
  expect(entryMarkdown(reference, new SchemaMarkdown(views), a!)).toMatch(/^ {2}- `ghost`$/m);
  expect(bundleOperation(document, a!.operation).security).toEqual([[]]);
  for (const { code } of samplesView(reference, a!.operation)) expect(code.text).not.toMatch(/Authorization|API_KEY/);
  expect(bundleOperation(document, b!.operation).security).toEqual([[expect.objectContaining({ id: 'key' })]]);
});
