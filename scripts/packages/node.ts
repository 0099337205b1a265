import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
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
  async build(out) {
    await compileNodeLibrary();
    return packNpm(FOLDER, out);
  },
};

/** Makes `sdks/node/dist` anew: declarations by the compiler, JavaScript in few files, as a program that starts reads each in turn. */
export async function compileNodeLibrary(): Promise<void> {
  const dist = join(root, FOLDER, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  runTool(process.execPath, [compiler, '-p', 'tsconfig.build.json'], FOLDER);
  // The compiler gives the names of JavaScript files to JavaScript only.
  for (const name of globSync('**/*.d.ts', { cwd: dist })) {
    const file = join(dist, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(\bfrom '\.{1,2}\/[^']+)\.ts'/g, "$1.js'"));
  }
  const [main = '', ...others] = entryPoints();
  await build({ ...OPTIONS, entryPoints: [main] });
  await build({ ...OPTIONS, entryPoints: others, splitting: true, chunkNames: 'shared-[hash]', plugins: [sameErrors] });
}

const OPTIONS: BuildOptions = {
  absWorkingDir: join(root, FOLDER),
  outdir: 'dist',
  ...{ bundle: true, format: 'esm', platform: 'neutral', target: 'es2022', logLevel: 'error' },
};

/** The source of each entry that the package has; the client first, which is one file. */
function entryPoints(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, FOLDER, 'package.json'), 'utf8')) as { exports: object };
  const files = [...JSON.stringify(exports).matchAll(/"\.\/dist\/(\w+)\.js"/g)];
  return files.map(([, name]) => `src/${name}.ts`);
}

/** The other entries take errors from the client's file: an error is of one class, wherever it comes from. */
const sameErrors: Plugin = {
  name: 'same-errors',
  setup(bundler) {
    bundler.onResolve({ filter: /\/errors\.ts$/ }, () => ({ path: './orbinto.js', external: true }));
  },
};
