import { expect, test } from 'vitest';
import { figure, putIn } from '../downloads/build-figures.ts';
import { reachedFrom } from './reached-assets.ts';

const files: Readonly<Record<string, string>> = {
  'index.html': '<script src="/_astro/page.A1.js"></script><link rel="preload" href="/_astro/latin.F1.woff2">',
  'explorer/index.html': '<script src="/_astro/explorer.E1.js"></script>',
  '_astro/page.A1.js': 'import("./late.B2.js"); const m = ["_astro/late.C3.css"]',
  '_astro/late.B2.js': 'import "./page.A1.js"',
  '_astro/late.C3.css': 'url(/_astro/latin.F1.woff2) url(/_astro/greek.F2.woff2) url(/_astro/dot.S1.svg)',
  '_astro/explorer.E1.js': '',
  '_astro/latin.F1.woff2': '',
  '_astro/greek.F2.woff2': '',
  '_astro/dot.S1.svg': '',
};
const assets = Object.keys(files).filter((file) => file.startsWith('_astro/'));

test('what pages load now or later is found, fonts of other scripts and scripts of other pages are not', () => {
  const reached = reachedFrom(['index.html'], assets, (file) => files[file] ?? '');
  expect([...reached].sort()).toEqual([
    '_astro/dot.S1.svg',
    '_astro/late.B2.js',
    '_astro/late.C3.css',
    '_astro/latin.F1.woff2',
    '_astro/page.A1.js',
  ]);
});

test('a figure takes the place of its word, and of no other', () => {
  const text = `${figure('kept files')} of ${figure('kept')}`;
  expect(putIn(text, { kept: '2', 'kept files': '300' })).toBe('300 of 2');
});
