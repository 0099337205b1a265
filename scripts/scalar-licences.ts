// `node scripts/scalar-licences.ts`: keeps which packages Scalar's bundle is made from, and their licences. To be run when
// Scalar's version has changed; it installs those packages in a folder of its own, since the project does without them.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUNDLED_FILE } from '../src/site/licences/bundled-packages.ts';
import type { BundledPackages } from '../src/site/licences/bundled-packages.ts';
import { readPackage } from '../src/site/licences/read-package.ts';
import type { LicensedPackage } from '../src/site/licences/read-package.ts';
import { nodeForNpm } from './bootstrap/node.mjs';
import { npm } from './bootstrap/process.mjs';
import { root } from './paths.ts';

const SCALAR = '@scalar/api-reference';
const bundle = join(root, 'node_modules', SCALAR, 'dist/browser');
const { version } = await readPackage(join(root, 'node_modules', SCALAR));

const [own, others] = bundledPackages();
const folder = mkdtempSync(join(tmpdir(), 'scalar-'));
try {
  // By names of their own: the bundle holds some in two versions.
  const aliases = others.map((pinned, index): [alias: string, wanted: string] => [`bundled-${index}`, `npm:${pinned}`]);
  const dependencies = { ...Object.fromEntries(aliases), [SCALAR]: version };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  await npm(nodeForNpm(process.execPath), ['install', ...flags], { cwd: folder });
  const found = [...own, ...aliases.map(([alias]) => alias)].map((name) => join(folder, 'node_modules', name));
  const packages = (await Promise.all(found.map(readPackage))).sort(byName);
  const kept: BundledPackages = { of: SCALAR, version, packages };
  mkdirSync(dirname(BUNDLED_FILE), { recursive: true });
  writeFileSync(BUNDLED_FILE, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`${packages.length} packages in ${SCALAR} ${version}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** What the bundle's source maps name: Scalar's packages, which go with its version, and the others, as `name@version`. */
function bundledPackages(): [own: string[], others: string[]] {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const file of globSync('{standalone.esm,chunks/*}.js.map', { cwd: bundle })) {
    const { sources } = JSON.parse(readFileSync(join(bundle, file), 'utf8')) as { sources: string[] };
    for (const source of sources) {
      const [, folderName] = /^(?:\.\.\/)+([^./][^/]*)\/dist\//.exec(source) ?? [];
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
      // `…/.pnpm/vue@3.5.44_typescript@6/node_modules/vue/…`
      const [, pin] = /\/\.pnpm\/@?[^@/]+@([^_/(]+)/.exec(source) ?? [];
      if (name && pin) others.add(`${name}@${pin}`);
      else if (name) throw new Error(`${source} does not say its version`);
      else if (folderName) own.add(`@scalar/${folderName}`);
    }
  }
  own.delete(SCALAR);
  return [[...own], [...others]];
}

function byName(a: LicensedPackage, b: LicensedPackage): number {
  return a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1;
}
