import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endWithUs } from './end-with-us.ts';

export interface EngineSettings {
  /** The engine's program. */
  readonly workerd: string;
  /** The folder of a bundled worker and its configuration. */
  readonly program: string;
  /** Where the objects are kept. Made where it is missing, for the user alone. */
  readonly data: string;
  /** The built site; none is served when omitted. */
  readonly site?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Origins of the site, besides the engine's own. */
  readonly origins?: readonly string[];
  /** False: the limits are told, nothing is refused. */
  readonly rateLimits?: boolean;
  /** False: an address may open as many workspaces as it has keys for. */
  readonly openingLimit?: boolean;
  /** True: deliveries may go to this machine. */
  readonly allowLocalWebhooks?: boolean;
  /** Which addresses the engine's network lets deliveries go to; all of them where local webhooks are allowed. */
  readonly network?: 'public' | 'any';
  /** True: a proxy in front tells where a request comes from, and whether it came by https. */
  readonly trustProxy?: boolean;
  readonly seed?: number;
  /** False: what the engine says is not shown. */
  readonly isLoud?: boolean;
  /** Ends it at once. */
  readonly signal?: AbortSignal;
}

/** How long the engine may take to answer what is under way before it is ended, in milliseconds. */
const PATIENCE = 5_000;

/** A workerd that listens. */
export class Engine {
  /** `http://127.0.0.1:8787`, without a slash at the end. */
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /**
   * Starts the engine, and waits until it listens.
   * @throws in one line when it ends before
   */
  static async start(settings: EngineSettings): Promise<Engine> {
    const { host = '127.0.0.1', isLoud = true, signal } = settings;
    for (const folder of [settings.data, noSite(settings)]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const child = spawn(settings.workerd, argumentsOf(settings), {
      stdio: ['ignore', isLoud ? 'inherit' : 'ignore', isLoud ? 'inherit' : 'ignore', 'pipe'],
      env: { ...process.env, ...environmentOf(settings) },
      killSignal: 'SIGKILL',
      ...(signal && { signal }),
    });
    // It tells of its end as well, which is all that matters.
    child.on('error', () => undefined);
    endWithUs(child);
    const port = await portOf(child);
    if (port === undefined) throw new Error(`workerd could not start on ${host}:${settings.port}.`);
    return new Engine(`http://${host}:${port}`, child);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves when the engine has ended. */
  async ended(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    // Not by `once`, which takes the error of a signal for its end.
    await new Promise((resolve) => this.#child.once('exit', resolve));
  }

  /** Lets it answer what is under way, then ends it. */
  async stop(): Promise<void> {
    const force = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    this.#child.kill('SIGTERM');
    await this.ended();
    clearTimeout(force);
  }

  /** Ends it at once, as `kill -9` does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended();
  }
}

function argumentsOf(settings: EngineSettings): string[] {
  const { program, data, site, host = '127.0.0.1', port, allowLocalWebhooks } = settings;
  const { network = allowLocalWebhooks ? 'any' : 'public' } = settings;
  return [
    'serve',
    join(program, 'config.capnp'),
    network === 'any' ? 'local' : 'hosted',
    `--socket-addr=http=${host}:${port}`,
    `--directory-path=data=${data}`,
    `--directory-path=site=${site ?? noSite(settings)}`,
    '--control-fd=3',
  ];
}

/** An empty folder: the engine wants one. */
function noSite({ program }: EngineSettings): string {
  return join(program, 'no-site');
}

function environmentOf(settings: EngineSettings) {
  const { site, origins = [], rateLimits, openingLimit, allowLocalWebhooks, trustProxy, seed, port } = settings;
  const own = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return {
    EDGE_HAS_SITE: site === undefined ? 'no' : 'yes',
    EDGE_ORIGINS: [...own, ...origins].join(' '),
    EDGE_RATE_LIMITS: rateLimits === false ? 'off' : 'on',
    EDGE_OPENINGS: openingLimit === false ? 'off' : 'on',
    EDGE_LOCAL_WEBHOOKS: allowLocalWebhooks ? 'on' : 'off',
    EDGE_TRUST_PROXY: trustProxy ? 'on' : 'off',
    EDGE_SEED: String(seed ?? 1),
  };
}

/** The port that the engine says it listens on; undefined where it ends before. */
async function portOf(child: ChildProcess): Promise<number | undefined> {
  const control = child.stdio[3] as Readable;
  for await (const line of createInterface({ input: control })) {
    const told = JSON.parse(line) as { event?: string; socket?: string; port?: number };
    if (told.event === 'listen' && told.socket === 'http') {
      control.resume();
      return told.port;
    }
  }
  return undefined;
}
