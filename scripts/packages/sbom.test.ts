import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageBuilders } from '../packages.ts';
import { root } from '../paths.ts';
import { sbomOf } from '../../src/generators/sbom.ts';
import { writeSboms } from './sbom.ts';

const read = (file: string): string => readFileSync(join(root, 'sdks', file), 'utf8');

test('beside each built file stands its bill of materials, with its digest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    writeFileSync(join(folder, 'a-1.0.0.tgz'), 'a package');
    const identity = { name: '@a/a', version: '1.0.0', licence: 'MIT', purl: 'pkg:npm/%40a/a' };
    expect(writeSboms(folder, ['a-1.0.0.tgz'], identity)).toEqual(['a-1.0.0.tgz.cdx.json']);
    const text = readFileSync(join(folder, 'a-1.0.0.tgz.cdx.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: {
        component: {
          type: 'library',
          name: '@a/a',
          version: '1.0.0',
          licenses: [{ license: { id: 'MIT' } }],
          purl: 'pkg:npm/%40a/a@1.0.0',
          hashes: [{ alg: 'SHA-256', content: createHash('sha256').update('a package').digest('hex') }],
        },
      },
      components: [],
      dependencies: [{ ref: 'pkg:npm/%40a/a@1.0.0', dependsOn: [] }],
    });
    expect(text).not.toMatch(/timestamp/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each package tells what it is', () => {
  const told = packageBuilders.map((builder) => [builder.name, builder.identity()]);
  expect(Object.fromEntries(told)).toEqual({
    node: { name: '@orbinto/node', version: version(), licence: 'MIT', purl: 'pkg:npm/%40orbinto/node' },
    python: { name: 'orbinto', version: version(), licence: 'MIT', purl: 'pkg:pypi/orbinto' },
    php: { name: 'orbinto/orbinto-php', version: version(), licence: 'MIT', purl: 'pkg:composer/orbinto/orbinto-php' },
    ruby: { name: 'orbinto-ruby', version: version(), licence: 'MIT', purl: 'pkg:gem/orbinto-ruby' },
    sandbox: {
      ...{ name: '@orbinto/sandbox', version: version(), licence: 'MIT', purl: 'pkg:npm/%40orbinto/sandbox' },
      components: [
        component('@hono/node-server'),
        component('@modelcontextprotocol/core', 'Apache-2.0'),
        component('@modelcontextprotocol/server', 'Apache-2.0'),
        ...['hono', 'ipaddr.js', 'minisearch', 'zod'].map((name) => component(name)),
      ],
    },
  });
});

const component = (name: string, licence = 'MIT') => ({
  ...{ name, version: version(), licence, purl: `pkg:npm/${name.replace('@', '%40')}` },
});

const version = (): unknown => expect.stringMatching(/^\d+\.\d+\.\d+$/);

test('a bill names what is inside of a package that others have made', () => {
  const identity = { name: '@a/a', version: '1.0.0', licence: 'MIT', purl: 'pkg:npm/%40a/a' };
  const b = { name: 'b', version: '2.0.0', licence: 'ISC', purl: 'pkg:npm/b' };
  expect(sbomOf({ ...identity, components: [b] }, 'abc')).toMatchObject({
    components: [{ type: 'library', name: 'b', licenses: [{ license: { id: 'ISC' } }], purl: 'pkg:npm/b@2.0.0' }],
    dependencies: [
      { ref: 'pkg:npm/%40a/a@1.0.0', dependsOn: ['pkg:npm/b@2.0.0'] },
      { ref: 'pkg:npm/b@2.0.0', dependsOn: [] },
    ],
  });
});

test('a bill names no dependency because the packages have none', () => {
  expect(JSON.parse(read('node/package.json'))).not.toHaveProperty('dependencies');
  expect(JSON.parse(read('../packages/sandbox/package.json'))).not.toHaveProperty('dependencies');
  expect(read('python/pyproject.toml')).toContain('\ndependencies = []\n');
  const { require: needed } = JSON.parse(read('php/composer.json')) as { require: Record<string, string> };
  expect(Object.keys(needed).filter((name) => !/^(?:php|ext-\w+)$/.test(name))).toEqual([]);
  expect(read('ruby/orbinto-ruby.gemspec')).not.toMatch(/add_(?:runtime_)?dependency/);
});
