import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { kebabCase } from '../../src/openapi/model/naming.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { openConsole, send } from './console.ts';
import { expect, test } from './fixtures.ts';

const operations = listOperations(await loadDocument(SPEC_FILE));
const address = ({ tag, operationId }: Operation) => `${kebabCase(tag)}/${kebabCase(operationId)}`;
const success = ({ responses }: Operation) => Number(responses.find(({ status }) => status.startsWith('2'))?.status);

test('the API has 30 operations', () => {
  expect(operations).toHaveLength(30);
});

for (const operation of operations) {
  test(`${operation.operationId} gives ${success(operation)} at the first click in a fresh profile`, async ({
    page,
  }) => {
    await openConsole(page, address(operation));
    await send(page, success(operation));
  });
}

test('all 30 operations succeed one after the other in one profile, in reverse order too', async ({ page }) => {
  test.setTimeout(240_000);
  for (const operation of operations.toReversed()) {
    await openConsole(page, address(operation));
    await send(page, success(operation));
  }
});
