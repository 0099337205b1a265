import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemNode } from '../sdks/node-project.ts';

/** Something that the package is tried on. */
export interface Runtime {
  readonly name: string;
  /** What runs a file of JavaScript; undefined where it cannot be had here. */
  readonly command: readonly string[] | undefined;
  /** True where it has SQLite with all that the store wants. */
  readonly hasSqlite: boolean;
}

/** The oldest of the lines of Node that are supported, and those around the arrival of SQLite. */
const NODES = ['20.16.0', '22.3.0', '22.15.1', '22.16.0', '24.0.0'];
/** From here on Node has all that the store wants of SQLite. */
const SQLITE = [22, 16] as const;

/**
 * What runs these tests and what the system has: one with SQLite, and a Node 20 without. On request, `EVERY_RUNTIME=1`, all others too:
 * from npm, once on each machine, a gigabyte in all.
 */
export function runtimes(): Runtime[] {
  const own = [
    node(`the pinned Node ${process.version}`, process.execPath),
    node('the Node of the system', systemNode()),
  ];
  return process.env['EVERY_RUNTIME'] === undefined ? own : [...own, ...others()];
}

function others(): Runtime[] {
  const platform = `${process.platform}-${process.arch}`;
  const deno = fromNpm('deno@2.9.6', `@deno/${platform}-glibc/deno`);
  const bun = fromNpm('bun@1.4.5', `@oven/bun-${platform}/bin/bun`);
  return [
    ...NODES.map((version) => {
      const name = `node-${platform}`;
      return node(`Node ${version}`, fromNpm(`${name}@${version}`, `${name}/bin/node`));
    }),
    { name: 'Bun', command: bun === undefined ? undefined : [bun], hasSqlite: true },
    { name: 'Deno', command: deno === undefined ? undefined : [deno, 'run', '--allow-all'], hasSqlite: true },
  ];
}

function node(name: string, program: string | undefined): Runtime {
  if (program === undefined) return { name, command: undefined, hasSqlite: false };
  const [major = 0, minor = 0] = versionOf(program).replace('v', '').split('.').map(Number);
  return { name, command: [program], hasSqlite: major > SQLITE[0] || (major === SQLITE[0] && minor >= SQLITE[1]) };
}

/** @returns the path of a program in a package, where it can be had and runs */
function fromNpm(target: string, path: string): string | undefined {
  const folder = join(tmpdir(), 'orbinto-runtimes', target);
  const program = join(folder, 'node_modules', path);
  if (!existsSync(program)) {
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    spawnSync('npm', ['install', '--prefix', folder, ...flags, target], { stdio: 'ignore' });
  }
  return versionOf(program) === '' ? undefined : program;
}

function versionOf(program: string): string {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}
