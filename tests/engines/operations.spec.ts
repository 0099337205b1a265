import { operations } from '../e2e/console-page.ts';
import { expect, test } from './fixtures.ts';
import { forgetAll, openConsole, send, tryIt } from './reader.ts';
import type { Tab } from './tab.ts';

test('there are operations', () => expect(operations).not.toEqual([]));

const resources = Map.groupBy(operations, ({ resource }) => resource);

for (const [resource, ofResource] of resources) {
  const title = `every operation of ${resource} gives its success at the first click of a new reader`;
  test(title, { tag: '@chromium' }, async ({ tab }) => {
    test.setTimeout(240_000);
    for (const { id, address, success } of ofResource) {
      await test.step(id, async () => {
        await forgetAll(tab);
        await openConsole(tab, address);
        await send(tab, Number(success));
      });
    }
  });
}

test('all operations succeed one after the other in one profile, and a console changes no sample', async ({ tab }) => {
  test.setTimeout(240_000);
  for (const { id, address, success } of operations.toReversed()) {
    await test.step(id, async () => {
      await tab.goto(address);
      const built = await samples(tab);
      expect(built.length).toBeGreaterThanOrEqual(2);
      await tryIt(tab);
      await send(tab, Number(success));
      expect(await samples(tab)).toEqual(built);
    });
  }
});

/** The code of all samples with its colours: the build's at first, then the console's. */
function samples(tab: Tab): Promise<string[]> {
  return tab.run(
    () => [...document.querySelectorAll('figure[data-language] code')].map(({ innerHTML }) => innerHTML),
    undefined,
  );
}
