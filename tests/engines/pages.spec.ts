import { sitePages } from '../e2e/site-pages.ts';
import { expect, test } from './fixtures.ts';
import { read } from './reader.ts';

/** One page of each kind: all that is alike is made by the same component. */
const kinds = [
  /^\/$/,
  /^\/guides\/webhooks\/$/,
  /^\/guides\/authentication\/$/,
  /^\/reference\/$/,
  /^\/reference\/contacts\/$/,
  /^\/reference\/contacts\/create-contact\/$/,
  /^\/reference\/chatbots\/create-chatbot\/$/,
  /^\/reference\/events\/$/,
  /^\/reference\/events\/message\.created\/$/,
  /^\/errors\/$/,
  /^\/scopes\/$/,
  /^\/changelog\/$/,
  /^\/status\/$/,
  /^\/support\/$/,
  /^\/resources\/$/,
  /^\/explorer\/$/,
  /^\/404\.html$/,
];

/** A quick run has each theme and each width once. */
const looks = (
  [
    ['light', 375],
    ['dark', 1440],
    ['light', 1440],
    ['dark', 375],
  ] as const
).slice(0, process.env['QUICK_TESTS'] === undefined ? 4 : 2);

test('each kind of page opens on a phone and a desk, in both themes, without a fault', async ({
  tab,
  expectFaults,
}) => {
  test.setTimeout(240_000);
  expectFaults(/\/explorer\/: policy: script-src/);
  await tab.goto('/');
  for (const kind of kinds) {
    const address = sitePages.find((page) => kind.test(page));
    expect(address, `a page like ${kind}`).toBeDefined();
    for (const [theme, width] of looks) {
      await tab.resize(width, 800);
      await tab.run((chosen) => localStorage.setItem('starlight-theme', chosen), theme);
      // To go where one is, to the same fragment, would load nothing.
      if (address === '/explorer/') await tab.goto('/');
      await tab.goto(address === '/explorer/' ? '/explorer/#createContact' : (address ?? '/'));
      const shown = await tab.run(
        () => ({ title: document.title, theme: document.documentElement.dataset['theme'] }),
        undefined,
      );
      expect(shown.title).not.toBe('');
      expect(shown.theme, address).toBe(theme);
      if (address === '/explorer/') await read(tab, { role: 'document' }, 'Create a contact');
      const wide = await tab.run(() => document.documentElement.scrollWidth - innerWidth, undefined);
      expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('what only styles tell is told: the key of the search, and the words that can be proven', async ({ tab }) => {
  await tab.goto('/guides/authentication/');
  const told = await tab.run(() => {
    const [key, words] = ['[data-search-open] kbd', '.ob-figure'].map((place) => document.querySelector(place));
    const shown = (isApple?: boolean): string | undefined => {
      if (isApple !== undefined) key?.toggleAttribute('data-apple', isApple);
      return key ? getComputedStyle(key, '::after').content : undefined;
    };
    return {
      here: shown(),
      apple: shown(true),
      others: shown(false),
      line: words && getComputedStyle(words).textDecorationLine,
    };
  }, undefined);
  const keys = { apple: '"⌘ K"', others: '"Ctrl K"' };
  const here = process.platform === 'darwin' ? keys.apple : keys.others;
  expect(told).toEqual({ here, ...keys, line: 'underline' });
});
