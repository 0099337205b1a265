import { expect, test } from 'vitest';
import { licencesIn, siteSbom } from './site-sbom.ts';

const site = { name: 'a-site', version: '1.0.0', licence: 'MIT' };
const shipped = (name: string, licence: string) => ({ name, version: '2.0.0', licence, texts: [] });

test('the bill of materials of a site names each package that is in it, by its package URL and licence', () => {
  const sbom = siteSbom(site, [shipped('vue', 'MIT'), shipped('@a/b', 'MIT OR Apache-2.0'), shipped('old', '')]);
  expect(sbom).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'a-site', purl: 'pkg:npm/a-site@1.0.0' } },
    components: [
      { name: '@a/b', purl: 'pkg:npm/%40a/b@2.0.0', licenses: [{ expression: 'MIT OR Apache-2.0' }] },
      { name: 'old' },
      { name: 'vue', licenses: [{ license: { id: 'MIT' } }] },
    ],
    dependencies: [
      { dependsOn: ['pkg:npm/%40a/b@2.0.0', 'pkg:npm/old@2.0.0', 'pkg:npm/vue@2.0.0'] },
      { dependsOn: [] },
      { dependsOn: [] },
      { dependsOn: [] },
    ],
  });
});

test('packages are counted by licence, the most frequent first', () => {
  const packages = [shipped('a', 'ISC'), shipped('b', 'MIT'), shipped('c', 'MIT'), shipped('d', '')];
  expect(licencesIn(siteSbom(site, packages))).toEqual([
    { licence: 'MIT', packages: 2 },
    { licence: '', packages: 1 },
    { licence: 'ISC', packages: 1 },
  ]);
});
