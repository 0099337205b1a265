// `node scripts/scalar-licences.ts`: keeps which packages Scalar's bundle is made from, and their licences. To be run when
// Scalar's version has changed; it installs those packages in a folder of its own, since the project does without them.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUNDLED_FILE } from '../src/site/licences/bundled-packages.ts';
import type { BundledPackages } from '../src/site/licences/bundled-packages.ts';
import { readPackage } from '../src/site/licences/read-package.ts';
import { nodeForNpm } from './bootstrap/node.mjs';
import { npm } from './bootstrap/process.mjs';
import { root } from './paths.ts';

const SCALAR = '@scalar/api-reference';
const bundle = join(root, 'node_modules', SCALAR, 'dist/browser');
const { version } = JSON.parse(readFileSync(join(root, 'node_modules', SCALAR, 'package.json'), 'utf8')) as {
  version: string;
};

const names = bundledNames();
const folder = mkdtempSync(join(tmpdir(), 'scalar-'));
try {
  const pinned = Object.fromEntries([...names].filter(([, pin]) => pin !== undefined));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { ...pinned, [SCALAR]: version } }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  await npm(nodeForNpm(process.execPath), ['install', ...flags], { cwd: folder });
  const packages = await Promise.all(
    [...names.keys()].sort().map((name) => readPackage(join(folder, 'node_modules', name))),
  );
  const kept: BundledPackages = { of: SCALAR, version, packages };
  mkdirSync(dirname(BUNDLED_FILE), { recursive: true });
  writeFileSync(BUNDLED_FILE, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`${packages.length} packages in ${SCALAR} ${version}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The packages that the bundle's source maps name, with their versions where these are named. */
function bundledNames(): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const file of globSync('{standalone.esm,chunks/*}.js.map', { cwd: bundle })) {
    const { sources } = JSON.parse(readFileSync(join(bundle, file), 'utf8')) as { sources: string[] };
    for (const source of sources) {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
      const [, own] = /^(?:\.\.\/)+([^./][^/]*)\/dist\//.exec(source) ?? [];
      if (name) names.set(name, versionIn(source) ?? names.get(name));
      else if (own) names.set(`@scalar/${own}`, undefined);
    }
  }
  names.delete(SCALAR);
  return names;
}

/** `…/.pnpm/vue@3.5.44_typescript@6/node_modules/vue/…` → `3.5.44` */
function versionIn(source: string): string | undefined {
  return /\/\.pnpm\/@?[^@/]+@([^_/(]+)/.exec(source)?.[1];
}
