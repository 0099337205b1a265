import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { LICENCES_FILE } from '../../src/site/licences/integration.ts';

test('the licences of what is shipped are shipped: scripts, styles, fonts and the search', () => {
  const text = readFileSync(join(dist, LICENCES_FILE), 'utf8');
  for (const name of [
    'preact',
    '@scalar/api-reference',
    '@vue/runtime-core',
    '@astrojs/starlight',
    '@fontsource-variable/jetbrains-mono',
    'pagefind',
  ])
    expect(text, name).toMatch(new RegExp(`^${name} \\d`, 'm'));
  for (const tool of ['typescript', 'oxlint', 'vitest'])
    expect(text, tool).not.toMatch(new RegExp(`^${tool} \\d`, 'm'));
});
