import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../src/sandbox/node.ts', import.meta.url));

/** The mock as its users run it: a process of its own, on a data file. */
export class MockProcess {
  /** `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /**
   * Starts the mock and waits until it listens.
   * @param flags of the mock, besides those that every test wants
   * @param node options of Node itself
   * @throws when it ends before
   */
  static async start(file: string, flags: readonly string[] = [], node: readonly string[] = []): Promise<MockProcess> {
    const child = launch(file, flags, node);
    let output = '';
    for await (const part of child.stdout as AsyncIterable<Buffer>) {
      output += part.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+(?=\/v1\n)/.exec(output)?.[0];
      if (url) return new MockProcess(url, child);
    }
    throw new Error(`The mock did not start: ${output}`);
  }

  /** Starts the mock and kills it some time later, whether it listens by then or not. */
  static async killWhileStarting(file: string, milliseconds: number): Promise<void> {
    const child = launch(file);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await end(child);
  }

  /** Sends the process a message and waits for its answer; it must have been started with something that answers. */
  async ask<T>(message: string): Promise<T> {
    const answer = once(this.#child, 'message');
    this.#child.send(message);
    return ((await answer) as [T])[0];
  }

  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void> {
    return end(this.#child);
  }
}

function launch(file: string, flags: readonly string[] = [], node: readonly string[] = []): ChildProcess {
  const args = [...node, PROGRAM, '--port', '0', '--data', file, '--no-rate-limits', ...flags];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
