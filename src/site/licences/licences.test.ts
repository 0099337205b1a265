import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { readBundledPackages, withBundled } from './bundled-packages.ts';
import { licencesText } from './licences-text.ts';
import { packageFolder, readPackage } from './read-package.ts';

test('a module is of the innermost package that it stands in', () => {
  expect(packageFolder('/a/node_modules/vue/dist/vue.js')).toBe('/a/node_modules/vue');
  expect(packageFolder('/a/node_modules/x/node_modules/@s/y/index.css?inline')).toBe(
    '/a/node_modules/x/node_modules/@s/y',
  );
  expect(packageFolder('\0/a/node_modules/vue/vue.js')).toBe('/a/node_modules/vue');
  expect(packageFolder('/a/src/site/index.css')).toBeUndefined();
});

async function made(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  await mkdir(join(folder, 'LICENSES'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('a package is told by its name, version, licence and the texts of its licence files', async () => {
  const folder = await made({
    'package.json': '{ "name": "a", "version": "1.2.3", "license": "MIT" }',
    'LICENSE.md': 'Do as you like.\n',
    'LICENSES/notice.txt': 'Made by A.',
    'license-checker.js': 'no text',
    'README.md': 'A.',
  });
  expect(await readPackage(folder)).toMatchObject({ name: 'a', version: '1.2.3', licence: 'MIT' });
  expect((await readPackage(folder)).texts).toContain('Do as you like.');
  expect((await readPackage(folder)).texts).toContain('Made by A.');
  const old = await made({
    'package.json': '{ "name": "b", "version": "1", "licenses": [{ "type": "MIT" }, { "type": "ISC" }] }',
  });
  expect(await readPackage(old)).toEqual({ name: 'b', version: '1', licence: 'MIT OR ISC', texts: [] });
});

test('a text that packages share stands once, below their names', () => {
  const one = (name: string, texts: string[]) => ({ name, version: '1', licence: 'MIT', texts });
  const text = licencesText([one('b', ['Same.']), one('c', []), one('a', ['Same.'])]);
  expect(text).toContain('a 1 (MIT)\nb 1 (MIT)\n\nSame.\n');
  expect(text).toContain('c 1 (MIT)\n\nIts package names no more than this: MIT.');
});

const one = (name: string, version: string) => ({ name, version, licence: 'MIT', texts: [] });

test('what a bundle is made from is told with it, and no package twice', () => {
  const bundled = { of: 'explorer', version: '1', packages: [one('vue', '3'), one('yaml', '2'), one('zod', '4')] };
  const shipped = [one('explorer', '1'), one('yaml', '2'), one('zod', '3')];
  expect(withBundled(shipped, bundled)).toEqual([...shipped, one('vue', '3'), one('zod', '4')]);
  expect(withBundled([one('yaml', '2.9')], bundled)).toEqual([one('yaml', '2.9')]);
});

test('what is kept of a bundle is of the version that is installed', async () => {
  const { of, version, packages } = readBundledPackages();
  const installed = await readPackage(join(root, 'node_modules', of));
  expect(version, 'run node scripts/scalar-licences.ts').toBe(installed.version);
  expect(packages.filter(({ name, version: its, licence }) => !name || !its || !licence)).toEqual([]);
});
