import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../scripts/edge/engine.ts';
import type { EngineSettings } from '../../scripts/edge/engine.ts';
import { bundleWorker, WORKER } from '../../scripts/edge/program.ts';
import { edgeTools } from '../../scripts/edge/tools.ts';
import type { Clock } from '../../src/sandbox/clock.ts';
import { SITE_ORIGINS } from '../../src/sandbox/node/mock.ts';
import { onDemand } from '../../src/sandbox/on-demand.ts';
import { ADDRESS, NOW } from './test-headers.ts';

/** `SANDBOX_ENGINE=workerd`: the suites run against the hosted sandbox, not those of Node. */
export const isOnWorkerd = process.env['SANDBOX_ENGINE'] === 'workerd';

const TEST_WORKER = fileURLToPath(new URL('test-worker.ts', import.meta.url));

export interface HostedOptions {
  readonly rateLimits?: boolean;
  readonly seed?: number;
}

/** What lies on the disk goes with the process. */
const folder = onDemand(() => {
  const made = mkdtempSync(join(tmpdir(), 'edge-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return Promise.resolve(made);
});

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
let started = 0;

/** One engine for all tests of the process that want the same. */
function sharedEngine(program: () => Promise<string>, name: string, options: HostedOptions): Promise<Engine> {
  const key = JSON.stringify([name, options]);
  const known = engines.get(key);
  if (known) return known;
  const engine = (async () => {
    started += 1;
    const data = join(await folder(), `data-${started}`);
    const running = await startHosted(data, { ...options, program: await program(), allowLocalWebhooks: true });
    process.on('exit', () => void running.kill());
    return running;
  })();
  engines.set(key, engine);
  return engine;
}

/** The hosted sandbox as its users meet it, shared by the tests of the process. */
export function hosted(options: HostedOptions = {}): Promise<Engine> {
  return sharedEngine(realProgram, 'real', options);
}

let addresses = 0;

/** The way to a hosted sandbox whose time is that of a clock, and in which nobody else has this caller's address. */
export async function hostedByClock(clock: Clock, options: HostedOptions = {}) {
  const { url } = await sharedEngine(testProgram, 'test', options);
  addresses += 1;
  const address = `10.0.${addresses >> 8}.${addresses & 255}`;
  return {
    base: url,
    send: (request: Request): Promise<Response> => {
      request.headers.set(NOW, String(clock.now()));
      request.headers.set(ADDRESS, address);
      return fetch(request);
    },
  };
}
