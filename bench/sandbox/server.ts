import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../scripts/ports.ts';

/** What a server's process has used. */
export interface Usage {
  /** Seconds of CPU since it started, user and system. */
  readonly cpu: number;
  /** Bytes of memory that the system counts for it. */
  readonly rss: number;
  /** Bytes of the JavaScript heap and of what hangs on it. */
  readonly heap: number;
}

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  /** @param collect collects garbage first */
  usage(collect?: boolean): Promise<Usage>;
  stop(): Promise<void>;
}

const probe = pathToFileURL(join(import.meta.dirname, 'probe.ts')).href;
const START_TIMEOUT = 60_000;

/**
 * Starts a server and waits until it answers.
 * @param file its script
 * @param args its arguments on a given port
 */
export async function startServer(file: string, args: (port: string) => string[]): Promise<Server> {
  const port = String(await freePort());
  const child = fork(file, args(port), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', probe],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(child, url);
  return {
    url,
    usage: (collect = false) => ask(child, collect ? 'collect' : 'usage'),
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

async function ask(child: ChildProcess, question: string): Promise<Usage> {
  const answer = once(child, 'message');
  child.send(question);
  const [usage] = (await answer) as [Usage];
  return usage;
}

async function untilAnswers(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`${child.spawnargs.join(' ')} does not answer`);
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await sleep(50);
  }
}
