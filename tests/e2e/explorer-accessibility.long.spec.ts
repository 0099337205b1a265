import { readFileSync } from 'node:fs';
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

const scalar = '.scalar-app';
/** The rules that Scalar's own markup breaks in the pinned version. A fault that is mended or new changes the list. */
const known = JSON.parse(readFileSync(new URL('../fixtures/explorer-accessibility.json', import.meta.url), 'utf8')) as {
  faults: string[];
};

test('the explorer has no accessibility fault outside of Scalar, and in it only the known ones', async ({
  page,
  faults,
}) => {
  test.slow();
  await page.goto('/explorer/');
  await page.locator(scalar).getByRole('heading', { name: 'Contacts' }).first().waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await accessibilityFaults(page, { exclude: scalar }), theme).toEqual([]);
    const inside = await accessibilityFaults(page, { include: scalar });
    expect([...new Set(inside.map(({ rule }) => rule))], theme).toEqual(known.faults);
  }
  // Scalar tries once whether it may compile code at run time; the policy refuses, and it does without.
  faults.expect(/^policy: script-src eval /);
});
