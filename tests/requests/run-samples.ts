/** Runs the samples of many requests in one process of their language. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { execute, isInstalled } from '../programs.ts';
import type { RunOptions } from '../programs.ts';
import { interpreters } from '../samples/interpreters.ts';

interface Runner {
  file: (name: string) => string;
  /** What of a sample has to change to be one of many. */
  adapted?: (code: string, name: string) => string;
  /** The program that runs all files. */
  main: (names: string[], file: (name: string) => string) => { file: string; code: string };
  /** What else has to find nothing, where it is there; the interpreters complain by themselves. */
  linters?: (files: string[]) => string[][];
}

const each = (names: string[], line: (name: string) => string): string => names.map(line).join('\n');

const runners: Record<LanguageId, Runner> = {
  curl: {
    file: (name) => `${name}.sh`,
    main: (names, file) => ({
      file: 'all.sh',
      code: `set -e\ncurl() { command curl --silent --show-error --noproxy '*' "$@"; }\n${each(names, (name) => `. ./${file(name)}`)}`,
    }),
    // A body may hold what looks like a variable, or like a quote that somebody wants to escape.
    linters: (files) => [['shellcheck', '--shell=bash', '--exclude=SC2016,SC1003', ...files]],
  },
  javascript: {
    file: (name) => `${name}.mjs`,
    main: (names, file) => ({ file: 'all.mjs', code: each(names, (name) => `await import("./${file(name)}");`) }),
  },
  python: {
    // A module's own name, such as json, must not hide a library's.
    file: (name) => `sample_${name}.py`,
    main: (names, file) => ({
      file: 'all.py',
      code: `import runpy\n${each(names, (name) => `runpy.run_path("${file(name)}")`)}`,
    }),
  },
  php: {
    file: (name) => `${name}.php`,
    // A program has a function once.
    adapted: (code, name) => code.replaceAll(/\bfail\(/g, `fail_${name}(`),
    main: (names, file) => ({ file: 'all.php', code: `<?php\n${each(names, (name) => `include '${file(name)}';`)}` }),
  },
  ruby: {
    file: (name) => `${name}.rb`,
    main: (names, file) => ({ file: 'all.rb', code: each(names, (name) => `load "./${file(name)}"`) }),
  },
  go: {
    file: (name) => `${name.toLowerCase()}/sample.go`,
    adapted: (code, name) =>
      code.replace(/^package main$/m, `package ${name.toLowerCase()}`).replace(/^func main\(\)/m, 'func Run()'),
    main: (names) => ({
      file: 'main.go',
      code: `package main\nimport (\n${each(names, (name) => `"samples/${name.toLowerCase()}"`)}\n)\nfunc main() {\n${each(names, (name) => `${name.toLowerCase()}.Run()`)}\n}`,
    }),
    linters: (files) => [
      ['gofmt', '-d', ...files],
      ['go', 'vet', './...'],
    ],
  },
};

/**
 * Runs samples one after the other.
 * @param codes by name, which is letters and digits
 * @returns what they printed
 * @throws with what the language says, where one does not run or is complained of
 */
export async function runSamples(
  language: LanguageId,
  codes: Record<string, string>,
  { folder, env }: { folder: string; env: Record<string, string> },
): Promise<string> {
  const { file, adapted = (code: string) => code, main, linters } = runners[language];
  for (const [name, code] of Object.entries(codes)) {
    await mkdir(join(folder, file(name), '..'), { recursive: true });
    await writeFile(join(folder, file(name)), `${adapted(code, name)}\n`);
  }
  const { file: start, code } = main(Object.keys(codes), file);
  await writeFile(join(folder, start), code);
  if (language === 'go') await writeFile(join(folder, 'go.mod'), 'module samples\n\ngo 1.18\n');
  const last = language === 'go' ? '.' : start;
  const printed = await succeed([...interpreters[language].command, last], { cwd: folder, env });
  for (const linter of linters?.(Object.keys(codes).map(file)) ?? []) {
    if (isInstalled(linter[0] ?? '') || process.env['CI']) expect(await succeed(linter, { cwd: folder })).toBe('');
  }
  return printed;
}

async function succeed(command: readonly string[], options: RunOptions): Promise<string> {
  const { exit, stdout, stderr } = await execute(command, options);
  if (exit !== 0 || stderr !== '')
    throw new Error(`${command[0]} ended with ${exit}\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
  return stdout;
}
