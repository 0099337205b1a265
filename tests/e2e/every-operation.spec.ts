import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { openConsole, send } from './console.ts';
import { expect, test } from './fixtures.ts';

const document = await loadDocument(SPEC_FILE);
const operations = listOperations(document);
const addresses = addressesOf(document, '/');
const address = (operation: Operation) => addresses.operation(operation).slice(1, -1);
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
