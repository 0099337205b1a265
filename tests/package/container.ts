import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach } from 'vitest';
import { execute, isInstalled, needsProgram, readersEnvironment } from '../programs.ts';
import type { Outcome } from '../programs.ts';
import type { Image } from './image.ts';

/** An address that is not loopback: who asks by it is another machine to the sandbox. */
export const OUTSIDE = '10.88.0.2';

/** By its place: what is run has the environment of the image. */
const CHROOT = '/usr/sbin/chroot';

/** How a container is made: its files read-only, a network of its own, process 1 of its own. The program's argument is the place of the files. */
const INSIDE = `
set -e
files=$1; shift
ip link set lo up
ip address add ${OUTSIDE}/32 dev lo
mount --bind "$files" "$files"
mount -t proc proc "$files/proc"
mount -o remount,ro,bind "$files"
exec "$@"`;

const hasPrograms = process.getuid?.() === 0 && ['buildah', 'unshare', 'nsenter', 'ip', 'curl'].every(isInstalled);
/** A machine may be a container itself, whose kernel lets it make no other. */
const isAllowed =
  hasPrograms &&
  spawnSync('unshare', ['--mount', '--net', '--pid', '--fork', 'ip', 'link', 'set', 'lo', 'up']).status === 0;

/** Whether this machine can run a container: it has the programs, and its kernel lets it. */
export const canRunContainers = isAllowed;

/** Lets the tests of the surrounding suite run where a container does. Programs have to be there under `CI`; what the kernel refuses is skipped. */
export function needsContainers(): void {
  needsProgram('a container needs root, buildah, ip and curl: one of them', hasPrograms);
  beforeEach(({ skip }) => skip(!isAllowed, 'the kernel lets this machine make no namespaces'));
}

/** An image that runs, as an engine would run it, on what the kernel has: namespaces, a read-only bind mount, another user. */
export class Container {
  readonly #image: Image;
  readonly #outer: ChildProcess;
  readonly #said: Promise<[string, string]>;

  /** @param flags after the name of the image */
  constructor(image: Image, ...flags: string[]) {
    this.#image = image;
    const { Entrypoint, Cmd } = image.config;
    const command = [...Entrypoint, ...(flags.length > 0 ? flags : (Cmd ?? []))];
    const inside = ['sh', '-c', INSIDE, 'container', image.files, ...this.#asUser(command)];
    this.#outer = spawn('unshare', ['--mount', '--net', '--pid', '--fork', ...inside], {
      env: readersEnvironment(),
    });
    this.#said = Promise.all([text(this.#outer.stdout!), text(this.#outer.stderr!)]);
  }

  /**
   * Asks until it is well, by the image's own health check unless told another.
   * @throws when the container has ended
   */
  async healthy(check = this.#image.config.Healthcheck.Test.slice(1)): Promise<void> {
    while ((await this.execute(check)).exit !== 0) {
      if (this.#isOver()) throw new Error(`It has ended: ${(await this.#said).join('')}`);
      await delay(50);
    }
  }

  /** Runs the health check once. */
  check(): Promise<Outcome> {
    return this.execute(this.#image.config.Healthcheck.Test.slice(1));
  }

  /** Runs a command in it, as its user. */
  execute(command: readonly string[]): Promise<Outcome> {
    return this.#enter(['--mount', '--pid'], this.#asUser(command));
  }

  /** Runs a program of this machine in the network of the container. */
  beside(command: readonly string[]): Promise<Outcome> {
    return this.#enter([], command);
  }

  /**
   * Runs a program as one of another container does: it knows this one by a name, and is no part of its machine.
   * @param env of the program
   */
  async reachedAs(
    name: string,
    command: readonly string[],
    cwd: string,
    env: Record<string, string>,
  ): Promise<Outcome> {
    const hosts = join(cwd, 'hosts');
    writeFileSync(hosts, `${OUTSIDE} ${name}\n`);
    const variables = Object.entries(env).map(([key, value]) => `${key}=${value}`);
    const inside = ['sh', '-c', 'mount --bind "$1" /etc/hosts && cd "$2" && shift 2 && exec env "$@"', 'reached'];
    return this.#enter([], ['unshare', '--mount', ...inside, hosts, cwd, ...variables, ...command]);
  }

  /** A line of what the kernel says of its first process, such as `Uid`. */
  status(name: string): string[] {
    const line = readFileSync(`/proc/${this.#pid()}/status`, 'utf8')
      .split('\n')
      .find((text) => text.startsWith(`${name}:`));
    return (line ?? '').split(/\s+/).slice(1);
  }

  /** Sends its first process a signal and waits for its end. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Outcome> {
    const closed = this.#isOver() ? undefined : once(this.#outer, 'close');
    const pid = this.#pid();
    if (pid !== undefined) process.kill(pid, signal);
    await closed;
    const [stdout, stderr] = await this.#said;
    return { exit: this.#outer.exitCode, stdout, stderr };
  }

  /** Ends it, whatever it does: with its first process all others end. It is over when nobody holds its output any more. */
  async kill(): Promise<void> {
    if (this.#isOver()) return;
    const closed = once(this.#outer, 'close');
    // Not what has forked it: the death of that is no signal to a process that has become another user's.
    const pid = this.#pid() ?? this.#outer.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await closed;
  }

  #isOver(): boolean {
    return this.#outer.exitCode !== null || this.#outer.signalCode !== null;
  }

  #enter(namespaces: readonly string[], command: readonly string[]): Promise<Outcome> {
    const pid = this.#pid();
    if (pid === undefined) return Promise.resolve({ exit: null, stdout: '', stderr: 'It does not run.' });
    return execute(['nsenter', '--target', String(pid), '--net', ...namespaces, ...command], { cwd: '/' });
  }

  #asUser(command: readonly string[]): string[] {
    const { User, Env } = this.#image.config;
    return ['env', '-i', ...Env, CHROOT, '--groups=', `--userspec=${User}`, this.#image.files, ...command];
  }

  /** The process that `unshare` has forked. */
  #pid(): number | undefined {
    const { pid } = this.#outer;
    const file = `/proc/${pid}/task/${pid}/children`;
    const [child] = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
    return child ? Number(child) : undefined;
  }
}
