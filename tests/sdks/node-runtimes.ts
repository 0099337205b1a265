import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { findChromium } from '../../scripts/browsers/find.ts';
import { npmTool } from '../../scripts/npm-tools.ts';
import { root } from '../../scripts/paths.ts';
import type { Observed } from './judge.ts';
import { runScenarios } from './runners.ts';
import type { Told } from './runners.ts';
import type { RunnerInput } from './stage.ts';

/** Where the library for Node runs besides Node. */
export interface NodeRuntime {
  /** As `not_on` of scenarios has it. */
  name: string;
  isThere: boolean;
  run: (inputs: readonly RunnerInput[]) => Promise<Told>;
}

const RUNNER = 'sdks/node/tests/runner.ts';

export function nodeRuntimes(): NodeRuntime[] {
  const [bun, deno, workerd] = [npmTool('bun'), npmTool('deno'), npmTool('workerd')];
  const denoFlags = ['run', '--quiet', '--no-config', '--no-lock', '--allow-all'];
  return [
    { name: 'bun', isThere: bun !== undefined, run: byProgram(bun, RUNNER) },
    { name: 'deno', isThere: deno !== undefined, run: byProgram(deno, ...denoFlags, RUNNER) },
    { name: 'workerd', isThere: workerd !== undefined, run: (inputs) => onWorkerd(workerd ?? '', inputs) },
    { name: 'chromium', isThere: findChromium() !== undefined, run: inChromium },
  ];
}

const byProgram =
  (program = '', ...args: string[]): NodeRuntime['run'] =>
  (inputs) =>
    runScenarios({ language: program, command: [program, ...args] }, inputs);

const toldOf = (lines: readonly Observed[], complaints = ''): Told => ({
  observed: new Map(lines.map((one) => [one.name, one])),
  complaints,
});

/** The library and its runner as one file, with nothing of Node. */
async function bundled(format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'sdks/node/tests/runner-web.ts')],
    ...{ bundle: true, write: false, format, platform: 'browser', target: 'es2022' },
  });
  return outputFiles[0]?.text ?? '';
}

/** One worker that may reach this machine. It has no flag for what Node has. */
const CONFIGURATION = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "internet", network = (allow = ["private", "public"])),
    (name = "runner", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-11-01",
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "runner")],
);
`;

async function onWorkerd(program: string, scenarios: readonly RunnerInput[]): Promise<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'workerd-'));
  await writeFile(join(folder, 'worker.js'), await bundled('esm'));
  await writeFile(join(folder, 'config.capnp'), CONFIGURATION);
  const child = spawn(program, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const complaints = text(child.stderr!);
  try {
    const port = await portOf(child.stdio[3] as Readable);
    if (port === undefined) return toldOf([], await complaints);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify({ scenarios }) });
    return toldOf((await answer.json()) as Observed[]);
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

/** The port that workerd says it listens on; undefined where it ends before. */
async function portOf(control: Readable): Promise<number | undefined> {
  for await (const line of createInterface({ input: control })) {
    const { event, port } = JSON.parse(line) as { event?: string; port?: number };
    if (event === 'listen') {
      control.resume();
      return port;
    }
  }
  return undefined;
}

/**
 * On a page of another origin than the API's, as anybody's. The stub knows nothing of origins: for its scenarios the browser is told not
 * to look at them.
 */
async function inChromium(inputs: readonly RunnerInput[]): Promise<Told> {
  const isOfMock = ({ client }: RunnerInput): boolean => client['api_key'] !== 'sk_test_stubkey0001';
  const script = await bundled('iife');
  const [ofMock, ofStub] = await Promise.all([
    onPage(script, inputs.filter(isOfMock), []),
    onPage(
      script,
      inputs.filter((input) => !isOfMock(input)),
      ['--disable-web-security'],
    ),
  ]);
  return toldOf([...ofMock, ...ofStub]);
}

async function onPage(script: string, inputs: readonly RunnerInput[], flags: string[]): Promise<Observed[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    // The page comes from no server: Chromium takes it for one of the Internet, which may not reach this machine.
    args: ['--disable-gpu', '--no-sandbox', '--disable-features=LocalNetworkAccessChecks', ...flags],
    ...(executablePath !== undefined && { executablePath }),
  });
  try {
    const page = await browser.newPage();
    // The site's own origin, as the clock of the sandbox obeys no other page. Nothing listens there.
    const address = 'http://localhost:4321/';
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(address);
    await page.addScriptTag({ content: script });
    return await page.evaluate<Observed[]>(`runScenarios(${JSON.stringify(inputs)})`);
  } finally {
    await browser.close();
  }
}
