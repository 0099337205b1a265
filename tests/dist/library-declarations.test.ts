/** How each library declares the method of an operation stands on its page, and in its Markdown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { declarationText } from '../../src/generators/sdk/declaration.ts';
import { methodDeclarations } from '../../src/generators/sdk/declarations.ts';
import { callsOf } from '../../src/generators/sdk/model.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { markdownAddress } from '../../src/site/reference/markdown-address.ts';

const document = await loadDocument(SPEC_FILE);
const calls = callsOf(document);
const declarations = Object.values(methodDeclarations(calls));
const addresses = addressesOf(document);

/** What a page declares, as it is copied. */
function shownOn(page: string): string[] {
  const html = parseDocument(readFileSync(join(dist, page, 'index.html'), 'utf8'));
  const shown = DomUtils.findAll(({ attribs }) => attribs['class'] === 'declaration', html.children);
  return shown.map((element) => DomUtils.textContent(element).replace('Declaration:', '').trim());
}

test.each(listOperations(document))('$operationId', (operation) => {
  const method = calls.methods.find(({ operationId }) => operationId === operation.operationId) ?? expect.unreachable();
  const told = declarations.map((declare) => declarationText(declare(method)));
  const page = addresses.operation(operation);
  expect(shownOn(page)).toEqual(told);
  const markdown = readFileSync(join(dist, markdownAddress(page)), 'utf8');
  expect(told.filter((text) => !markdown.includes(`\nDeclared as: \`${text}\`\n`))).toEqual([]);
});
