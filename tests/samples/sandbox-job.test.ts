import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../../scripts/ports.ts';

/** What the sandbox guide shows: a test file, and a CI job that runs it against the mock. */
const examples = resolve('content/examples');

interface Workflow {
  on: string[];
  jobs: Record<string, { 'runs-on': string; steps: Step[] }>;
}

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  'working-directory'?: string;
}

let directory: string | undefined;
afterEach(async () => {
  if (directory) await rm(directory, { recursive: true, force: true });
});

/** The job's commands as one script, in the order and the folders of its steps. */
function scriptOf(steps: Step[]): string {
  const commands = steps
    .filter(({ run }) => run !== undefined)
    .map(({ run = '', env = {}, 'working-directory': folder = '.' }) => {
      const variables = Object.entries(env).map(([name, value]) => `export ${name}=${value}`);
      return [`pushd ${folder} >/dev/null`, ...variables, run.trim(), 'popd >/dev/null'].join('\n');
    });
  return ['set -e', ...commands].join('\n');
}

/** Runs a script with all that it starts, and ends what is left of it. */
async function run(script: string, cwd: string): Promise<{ code: number | null; output: string }> {
  const shell = spawn('bash', ['-c', script], { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  shell.stdout.on('data', (chunk) => (output += String(chunk)));
  shell.stderr.on('data', (chunk) => (output += String(chunk)));
  try {
    const code = await new Promise<number | null>((settle) => shell.on('exit', settle));
    return { code, output };
  } finally {
    spawn('kill', ['--', `-${shell.pid}`]);
  }
}

test('the CI job of the sandbox guide starts the mock, and its test file passes', { timeout: 120_000 }, async () => {
  const port = String(await freePort());
  const text = await readFile(join(examples, 'sandbox-ci.yaml'), 'utf8');
  const workflow = parse(text.replaceAll('4010', port)) as Workflow;
  expect(workflow.on).toContain('pull_request');
  const [{ steps } = { steps: [] }] = Object.values(workflow.jobs);
  expect(steps.every(({ run, uses }) => (run === undefined) !== (uses === undefined))).toBe(true);
  expect(steps.filter(({ run }) => run)).toHaveLength(3);

  directory = await mkdtemp(join(tmpdir(), 'orbinto-ci-'));
  await symlink(process.cwd(), join(directory, 'orbinto-developers'));
  await cp(join(examples, 'orbinto.test.js'), join(directory, 'orbinto.test.js'));
  const script = scriptOf(steps).replace('--memory', `--memory --port ${port}`);
  const { code, output } = await run(script, directory);
  expect(output).toMatch(/^.{0,2}pass 4$/m);
  expect(output).toMatch(/^.{0,2}fail 0$/m);
  expect(code).toBe(0);
});
