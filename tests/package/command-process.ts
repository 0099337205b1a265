import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { readersEnvironment } from '../programs.ts';

/** What `--json` prints when it listens. */
export interface Ready {
  readonly url: string;
  readonly control: string;
  readonly pid: number;
}

/** The installed command, as a process of its own. */
export class CommandProcess {
  readonly child: ChildProcess;
  readonly #stderr: Promise<string>;

  /**
   * @param command program and arguments
   * @param uid of another user, for the superuser
   */
  constructor(command: readonly string[], cwd: string, uid?: number) {
    const [program = '', ...args] = command;
    this.child = spawn(program, args, { cwd, env: readersEnvironment(), ...(uid !== undefined && { uid }) });
    this.#stderr = text(this.child.stderr!);
  }

  /** The first line that it prints. @throws when it ends before */
  async firstLine(): Promise<string> {
    let told = '';
    for await (const part of this.child.stdout as AsyncIterable<Buffer>) {
      told += part.toString();
      if (told.includes('\n')) return told.slice(0, told.indexOf('\n'));
    }
    throw new Error(`It did not start: ${told}${await this.#stderr}`);
  }

  async ready(): Promise<Ready> {
    return JSON.parse(await this.firstLine()) as Ready;
  }

  /** Waits for its end, after a signal where one is named. */
  async end(signal?: NodeJS.Signals): Promise<{ code: number | null; stderr: string }> {
    if (signal) this.child.kill(signal);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return { code: this.child.exitCode, stderr: await this.#stderr };
  }
}
