/** The programs that run samples, told to complain of all that they can complain of. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { isInstalled } from '../programs.ts';

interface Interpreter {
  /** The command, before the file's name. */
  readonly command: readonly string[];
  readonly extension: string;
}

/** A shim first on the path would start Python's own launcher each time. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

export const interpreters: Record<LanguageId, Interpreter> = {
  curl: { command: ['bash', '--noprofile', '--norc'], extension: 'sh' },
  javascript: { command: [process.execPath, '--throw-deprecation'], extension: 'mjs' },
  python: { command: [python, '-X', 'dev', '-W', 'error'], extension: 'py' },
  php: { command: ['php', '-d', 'error_reporting=-1', '-d', 'display_errors=stderr'], extension: 'php' },
  ruby: { command: ['ruby', '-w'], extension: 'rb' },
  go: { command: ['go', 'run'], extension: 'go' },
};

const found = new Map<LanguageId, boolean>();

/** Whether the language is there. PHP's sample needs its curl extension, which some distributions pack apart. */
export function canRun(language: LanguageId): boolean {
  const known = found.get(language) ?? isThere(language);
  found.set(language, known);
  return known;
}

function isThere(language: LanguageId): boolean {
  if (language === 'curl') return isInstalled('curl') && isInstalled('bash');
  if (language !== 'php') return isInstalled(interpreters[language].command[0] ?? '');
  return spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout?.split('\n').includes('curl') ?? false;
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
}

/** Runs a command to its end; one that does not end is ended. */
export async function execute(command: readonly string[], { cwd, env, input = '' }: RunOptions): Promise<Outcome> {
  const [program = '', ...options] = command;
  const child = spawn(program, options, { cwd, env: readersEnvironment(env), timeout: 60_000, killSignal: 'SIGKILL' });
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
