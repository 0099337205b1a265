import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/paths.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string | Record<string, string>>;
};

test.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md'])(
  'every file, folder and command that %s names exists',
  (paper) => {
    const text = readFileSync(join(root, paper), 'utf8');
    const named = [...text.matchAll(/`([\w.-]+\/[\w./<>-]*)`/g)].map(([, path = '']) => path);
    const ofTheBuild = /^(?:dist|\.node)\//;
    const missing = named
      .filter((path) => !ofTheBuild.test(path))
      .filter((path) => globSync(path.replace(/<[a-z]+>/g, '*'), { cwd: root }).length === 0);
    expect(named.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
    const commands = [...text.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name = '']) => name);
    expect([...new Set(commands)].filter((name) => !(name in manifest.scripts))).toEqual([]);
  },
);

test('every picture that the README shows exists', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the table of dependencies names each of them', () => {
  const table = readme.slice(readme.indexOf('## Dependencies'));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const covered = (name: string) =>
    table.includes(name) || (name.includes('/') && table.includes(`${name.split('/')[0]}/*`));
  expect(names.filter((name) => !covered(name))).toEqual([]);
});

// nanoid is a few kilobytes, and npm would leave out that of others, too.
const KEPT = ['nanoid'];

test('nothing is installed of what the bundle of Scalar is made from, but what the project has itself', () => {
  const scalar = readFileSync(join(root, 'node_modules/@scalar/api-reference/package.json'), 'utf8');
  const { dependencies } = JSON.parse(scalar) as typeof manifest;
  const leftOut = Object.keys(manifest.overrides['@scalar/api-reference'] ?? {});
  const needed = Object.keys(dependencies).filter((name) => !(name in manifest.dependencies) && !KEPT.includes(name));
  expect(leftOut.sort()).toEqual(needed.sort());
});
