import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemNode } from '../sdks/node-project.ts';

/** A Node that the package is tried on. */
export interface TestedNode {
  readonly name: string;
  /** Its program; undefined where it cannot be had here. */
  readonly program: string | undefined;
}

/** One of each line that is supported, and of Node 22 the ones around the arrival of SQLite. */
const OTHERS = ['20.16.0', '22.3.0', '22.15.1', '22.16.0', '24.0.0'];

/** What runs these tests, what the system has, and others: from npm, once on each machine. */
export function testedNodes(): TestedNode[] {
  const system = systemNode();
  return [
    { name: `the pinned ${process.version}`, program: process.execPath },
    { name: "the system's", program: system },
    ...OTHERS.map((version) => ({ name: version, program: nodeOf(version) })),
  ];
}

function nodeOf(version: string): string | undefined {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(tmpdir(), 'orbinto-nodes', version);
  const program = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(program)) {
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    spawnSync('npm', ['install', '--prefix', folder, ...flags, `${name}@${version}`], { stdio: 'ignore' });
  }
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}` ? program : undefined;
}
