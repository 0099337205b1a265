import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
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

/**
 * Makes `sdks/node/dist` anew: declarations by the compiler; JavaScript as one file for each entry of the package, and what entries share
 * in files of its own, as a program that starts reads each file in turn.
 */
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
  buildSync({
    absWorkingDir: join(root, FOLDER),
    entryPoints: entryPoints(),
    outdir: 'dist',
    ...{ bundle: true, splitting: true, chunkNames: 'shared-[hash]', logLevel: 'error' },
    ...{ format: 'esm', platform: 'neutral', target: 'es2022' },
  });
}

/** The source of each entry that the package has. */
function entryPoints(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, FOLDER, 'package.json'), 'utf8')) as { exports: object };
  const files = [...JSON.stringify(exports).matchAll(/"\.\/dist\/(\w+)\.js"/g)];
  return files.map(([, name]) => `src/${name}.ts`);
}
