// `npm run build`: the static site in `dist/`.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './bootstrap/lock.mjs';
import { dist, root } from './paths.ts';

const stamp = join(root, 'node_modules', '.cache', 'site-build');
const inputs = [
  '{content,public,spec,src}/**/*',
  '*.config.{mjs,ts}',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build.ts',
  '.ci/*.json',
];

/** A hash of everything that the site is made of. */
function inputHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(inputs, { cwd: root, exclude: ['**/*.test.ts'] }).sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function isFresh(): boolean {
  return existsSync(join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash();
}

/**
 * Builds the site, one build at a time.
 *
 * @param options.onlyIfStale Leaves a build alone whose inputs have not changed since; tells little while it works.
 */
export async function buildSite(options: { onlyIfStale: boolean }): Promise<void> {
  await withLock('build', async () => {
    if (options.onlyIfStale && isFresh()) return;
    const hash = inputHash();
    // Loaded only here: it takes longer than all the rest of an unchanged start.
    const { build } = await import('astro');
    rmSync(stamp, { force: true });
    console.log('Building the site …');
    await build({ root, logLevel: options.onlyIfStale ? 'error' : 'info' });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  });
}

if (import.meta.main) {
  await buildSite({ onlyIfStale: false }).catch((error: unknown) => {
    // A fault of the specification says file and place; where in our code it was noticed helps nobody. Astro loads
    // the class a second time, so `instanceof` would not know it.
    if (!(error instanceof Error && error.name === 'DocumentError')) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}
