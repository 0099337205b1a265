import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { collectionTool } from './collection-tools.ts';

const libcurl = collectionTool('@getinsomnia/node-libcurl');
const library = join(libcurl, 'lib/binding/node_libcurl.node');

/** Starts Insomnia's own program. What it takes from Node is no longer there. */
export const insoCommand: readonly string[] = [
  process.execPath,
  '--import',
  new URL('../tests/collections/tools/node-of-inso.mjs', import.meta.url).href,
  collectionTool('insomnia-inso/bin/inso'),
];

/** Whether it is installed, with the library that sends its requests built for this Node. */
export function hasInso(): boolean {
  return spawnSync(process.execPath, ['-e', `require(${JSON.stringify(library)})`]).status === 0;
}

/**
 * Builds that library, with Node's headers, which lie beside Node. npm has it without what is built.
 * @throws when a step fails
 */
export function buildInso(): void {
  console.log('  libcurl for Insomnia’s inso …');
  const settings = {
    nodedir: dirname(dirname(process.execPath)),
    module_name: 'node_libcurl',
    module_path: dirname(library),
    jobs: 'max',
    loglevel: 'error',
  };
  const args = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  execFileSync(process.execPath, [collectionTool('node-gyp/bin/node-gyp.js'), 'rebuild', ...args], {
    cwd: libcurl,
    env: { ...process.env, CXXFLAGS: '-w' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
