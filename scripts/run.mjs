// Starts every command of package.json: `node scripts/run.mjs <command> [arguments]`.
// Plain JavaScript on purpose: it runs before anything is installed, under Node 20, and brings what is missing
// (dependencies as the lock file says; a newer Node where this one is too old for the tools).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { dependenciesAreFresh, installDependencies } from './bootstrap/dependencies.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { findNode, installNode } from './bootstrap/node.mjs';
import { BootstrapError, root } from './bootstrap/process.mjs';

const commands = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  dev: 'scripts/dev.ts',
  build: 'scripts/build.ts',
  mock: 'src/sandbox/node.ts',
  reference: 'scripts/reference.ts',
  check: 'scripts/check.ts',
  generate: 'scripts/generate.ts',
  bench: 'bench/run.ts',
  packages: 'scripts/packages.ts',
  edge: 'scripts/edge.ts',
  deploy: 'scripts/deploy.ts',
  changes: 'scripts/changes.ts',
  rehearse: 'scripts/rehearse.ts',
  release: 'scripts/release.ts',
  probe: 'scripts/probe.ts',
  book: 'scripts/book.ts',
  pictures: 'scripts/pictures.ts',
  zip: 'scripts/zip.ts',
  generators: 'scripts/generators.ts',
  mutation: 'scripts/mutation.ts',
};

/** Commands that run without the tools of tests, checks and generated files: their dependencies are half as many. */
const withoutTools = ['start', 'build', 'mock', 'reference', 'edge', 'deploy', 'changes', 'release', 'probe', 'zip'];

/** The Node to run with, after installing whatever is missing. The usual case touches nothing and takes milliseconds. */
async function prepare(needsTools) {
  const found = findNode();
  if (found && dependenciesAreFresh(needsTools)) return found;
  return withLock('installation', async () => {
    const node = findNode() ?? (await installNode());
    if (!dependenciesAreFresh(needsTools)) await installDependencies(node, needsTools);
    return node;
  });
}

/**
 * The environment of a command: the chosen Node first on PATH, then the installed tools, then what was there. From the second
 * command on, Node finds the tools and our own code compiled.
 */
function environment(node) {
  const NODE_COMPILE_CACHE = join(root, 'node_modules', '.cache', 'node');
  const env = { NODE_COMPILE_CACHE, ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [dirname(node), join(root, 'node_modules', '.bin'), env[key] ?? ''].join(delimiter);
  return env;
}

/** Runs the script, passes signals on to it and ends as it ended. */
function run(node, script, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    cwd: root,
    env: environment(node),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl+C to the whole group, so the child has it already.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) => fail(`Cannot start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** npm puts a shell between itself and us that dies of a SIGTERM without passing it on: its death is the signal then. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 250).unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [command = '', ...args] = process.argv.slice(2);
const script = Object.keys(commands).includes(command) ? commands[command] : undefined;
if (!script) fail(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
if (!existsSync(join(root, script))) fail(`${script} is missing from this copy of the repository.`);
stopWithParent();
try {
  run(await prepare(!withoutTools.includes(command)), script, args);
} catch (error) {
  fail(error instanceof BootstrapError ? error.message : (error.stack ?? String(error)));
}
