import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../scripts/edge/engine.ts';
import type { EngineSettings } from '../../scripts/edge/engine.ts';
import { bundleWorker, WORKER } from '../../scripts/edge/program.ts';
import { edgeTools } from '../../scripts/edge/tools.ts';
import type { Clock } from '../../src/sandbox/clock.ts';
import { SITE_ORIGINS } from '../../src/sandbox/node/open-sandbox.ts';
import { onDemand } from '../../src/sandbox/on-demand.ts';
import { NOW, ORIGIN, SPACE } from './test-headers.ts';

/** `SANDBOX_ENGINE=workerd`: the suites run against the hosted sandbox, not those of Node. */
export const isOnWorkerd = process.env['SANDBOX_ENGINE'] === 'workerd';

const TEST_WORKER = fileURLToPath(new URL('test-worker.ts', import.meta.url));

export interface HostedOptions {
  readonly clock?: Clock | undefined;
  readonly rateLimits?: boolean;
  readonly seed?: number;
}

/** Of this process. The run takes it away at its end. */
const folder = onDemand(() =>
  Promise.resolve(mkdtempSync(join(process.env['EDGE_TEST_FOLDER'] ?? tmpdir(), 'process-'))),
);

async function bundle(entry: string, name: string): Promise<string> {
  const program = join(await folder(), name);
  await bundleWorker(await edgeTools(), entry, program);
  return program;
}

const realProgram = onDemand(() => bundle(WORKER, 'worker'));
const testProgram = onDemand(() => bundle(TEST_WORKER, 'test-worker'));

/** Starts the hosted sandbox as its users meet it; it is theirs to stop. @param data where it keeps its objects */
export async function startHosted(data: string, settings: Partial<EngineSettings> = {}): Promise<Engine> {
  const { workerd } = await edgeTools();
  const program = settings.program ?? (await realProgram());
  return Engine.start({ workerd, data, port: 0, isLoud: false, origins: SITE_ORIGINS, ...settings, program });
}

const engines = new Map<string, Promise<Engine>>();

/** One engine for all tests of the process that want the same. */
function sharedEngine(
  program: () => Promise<string>,
  name: string,
  settings: Partial<EngineSettings>,
): Promise<Engine> {
  const key = JSON.stringify([name, settings]);
  const known = engines.get(key);
  if (known) return known;
  const number = engines.size;
  const engine = (async () => {
    const data = join(await folder(), `data-${number}`);
    return startHosted(data, { ...settings, program: await program() });
  })();
  engines.set(key, engine);
  return engine;
}

/** The hosted sandbox as its users meet it, on their own machine: shared by the tests of the process. */
export function hosted(): Promise<Engine> {
  return sharedEngine(realProgram, 'real', { allowLocalWebhooks: true, openingLimit: false });
}

let spaces = 0;

/**
 * The way to a space of a hosted sandbox that nobody else is in.
 * @param options the clock that its time is told from; it goes by itself without one
 */
export function openSpace({ clock, ...settings }: HostedOptions): (request: Request) => Promise<Response> {
  // What is tested is what one workspace does, and most tests open one of their own.
  const engine = sharedEngine(testProgram, 'test', { openingLimit: false, ...settings });
  spaces += 1;
  const space = String(spaces);
  return async (request) => {
    const { url } = await engine;
    const { origin } = new URL(request.url);
    const { body, method } = request;
    const headers = new Headers(request.headers);
    headers.set(SPACE, space);
    headers.set(ORIGIN, origin);
    if (clock) headers.set(NOW, String(clock.now()));
    const init = { method, headers, redirect: 'manual', body, ...(body && { duplex: 'half' }) };
    return fetch(request.url.replace(origin, url), init as RequestInit);
  };
}
