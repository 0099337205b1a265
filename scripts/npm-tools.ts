import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

const folder = join(root, 'tests/sdks/tools');

/** Where npm puts each program: `bun` and `workerd` by themselves are scripts that start another program, and leave it behind when killed. */
const places = {
  bun: '@oven/bun-*/bin/bun',
  deno: '@deno/*/deno',
  workerd: '@cloudflare/workerd-*/bin/workerd',
  /** These for `node`. */
  httpyac: 'httpyac/bin/httpyac.js',
  pyright: 'pyright/index.js',
} as const;

export type NpmTool = keyof typeof places;

/** How to get them by hand. */
export const GETS_NPM_TOOLS = 'npm install --prefix tests/sdks/tools --ignore-scripts --no-package-lock';

/** The whole path of a program that tests of the libraries run; undefined where it is not installed. */
export function npmTool(name: NpmTool): string | undefined {
  const modules = join(folder, 'node_modules');
  const [found] = globSync(`${places[name]}{,.exe}`, { cwd: modules });
  return found === undefined ? undefined : join(modules, found);
}

export function hasNpmTools(): boolean {
  return (Object.keys(places) as NpmTool[]).every((name) => npmTool(name) !== undefined);
}

/** Installs them, as their `package.json` says; begins at once. What comes of it is told by `npmTool`. */
export async function installNpmTools(): Promise<void> {
  const [program = '', ...args] = GETS_NPM_TOOLS.split(' ');
  console.log(`  ${GETS_NPM_TOOLS}`);
  const child = spawn(program, [...args, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'exit');
}
