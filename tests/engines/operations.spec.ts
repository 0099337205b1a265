import { operations } from '../e2e/console-page.ts';
import { expect, test } from './fixtures.ts';
import { openConsole, send } from './reader.ts';

test('all 30 operations are there', () => expect(operations).toHaveLength(30));

for (const { id, address, success } of operations) {
  test(`${id} gives ${success} at the first click in a fresh profile`, async ({ tab }) => {
    await openConsole(tab, address);
    await send(tab, Number(success));
  });
}

test('all operations succeed one after the other in one profile, in reverse order', async ({ tab }) => {
  test.setTimeout(240_000);
  for (const { id, address, success } of operations.toReversed()) {
    await test.step(id, async () => {
      await openConsole(tab, address);
      await send(tab, Number(success));
    });
  }
});
