/** The programs that run samples, told to complain of all that they can complain of. */
import { spawnSync } from 'node:child_process';
import { systemPython } from '../../scripts/python.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { isInstalled } from '../programs.ts';

interface Interpreter {
  /** The command, before the file's name. */
  readonly command: readonly string[];
  readonly extension: string;
}

export const interpreters: Record<LanguageId, Interpreter> = {
  curl: { command: ['bash', '--noprofile', '--norc'], extension: 'sh' },
  javascript: { command: [process.execPath, '--throw-deprecation'], extension: 'mjs' },
  python: { command: [systemPython, '-X', 'dev', '-W', 'error'], extension: 'py' },
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
