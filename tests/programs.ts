import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { beforeEach } from 'vitest';

/** Whether a command can be run here. */
export function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/**
 * Lets the tests of the surrounding suite run where a program is there. Where it is missing they are skipped with a message,
 * except under `CI`: there they fail, so that nothing goes untested unseen.
 * @param isThere what decides, where it takes more than the command; a function is asked before each test
 */
export function needsProgram(program: string, isThere: boolean | (() => boolean) = isInstalled(program)): void {
  beforeEach(({ skip }) => {
    if (isThere === true || (isThere && isThere())) return;
    if (process.env['CI']) throw new Error(`${program} is missing, and CI has to have it`);
    skip(`${program} is not installed`);
  });
}

export interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Environment variables, beside those of a reader's terminal. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is typed. */
  readonly input?: string;
  /** Milliseconds; 60,000 unless told. */
  readonly timeout?: number;
}

/** Runs a command to its end; one that does not end is ended. */
export async function execute(command: readonly string[], options: RunOptions): Promise<Outcome> {
  const { cwd, env, input = '', timeout = 60_000 } = options;
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd, env: readersEnvironment(env), timeout, killSignal: 'SIGKILL' });
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exit, stdout, stderr };
}

/** Without a key, without a proxy, and without what the test runner sets. */
export function readersEnvironment(own: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/proxy$|^(?:ORBINTO_|VITEST|NODE_|RUBYOPT|PYTHON)/i.test(name),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), LC_ALL: 'C.UTF-8', ...own };
}
