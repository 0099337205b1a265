import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import type { PackageBuilder } from './package-builder.ts';
import { packNpm, runTool, textIn } from './package-builder.ts';

const FOLDER = 'sdks/node';

/** `orbinto-node-<version>.tgz`. */
export const nodePackage: PackageBuilder = {
  name: 'node',
  folder: FOLDER,
  identity: () => ({
    name: '@orbinto/node',
    version: textIn(`${FOLDER}/package.json`, /"version": "([^"]+)"/),
    licence: textIn(`${FOLDER}/package.json`, /"license": "([^"]+)"/),
    purl: 'pkg:npm/%40orbinto/node',
  }),
  build(out) {
    compileNodeLibrary();
    return packNpm(FOLDER, out);
  },
};

/** Makes `sdks/node/dist` anew: JavaScript and declarations. */
export function compileNodeLibrary(): void {
  const dist = join(root, FOLDER, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  runTool(process.execPath, [compiler, '-p', 'tsconfig.build.json'], FOLDER);
  // The compiler gives the names of JavaScript files to JavaScript only.
  for (const name of globSync('**/*.d.ts', { cwd: dist })) {
    const file = join(dist, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(\bfrom '\.{1,2}\/[^']+)\.ts'/g, "$1.js'"));
  }
}
