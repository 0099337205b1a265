/** Runs the samples of many requests in one process of their language. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { isInstalled } from '../programs.ts';

interface Runner {
  file: (name: string) => string;
  /** What of a sample has to change to be one of many. */
  adapted?: (code: string, name: string) => string;
  /** The program that runs all files. */
  main: (names: string[], file: (name: string) => string) => { file: string; code: string };
  command: string[];
}

const each = (names: string[], line: (name: string) => string): string => names.map(line).join('\n');

const runners: Record<LanguageId, Runner> = {
  curl: {
    file: (name) => `${name}.sh`,
    main: (names, file) => ({
      file: 'all.sh',
      code: `set -e\ncurl() { command curl --silent --show-error --noproxy '*' "$@"; }\n${each(names, (name) => `. ./${file(name)}`)}`,
    }),
    command: ['bash', '--noprofile', '--norc', 'all.sh'],
  },
  javascript: {
    file: (name) => `${name}.mjs`,
    main: (names, file) => ({ file: 'all.mjs', code: each(names, (name) => `await import("./${file(name)}");`) }),
    command: ['node', 'all.mjs'],
  },
  python: {
    // A module's own name, such as json, must not hide a library's.
    file: (name) => `sample_${name}.py`,
    main: (names, file) => ({
      file: 'all.py',
      code: `import runpy\n${each(names, (name) => `runpy.run_path("${file(name)}")`)}`,
    }),
    command: ['python3', 'all.py'],
  },
  php: {
    file: (name) => `${name}.php`,
    // A program has a function once.
    adapted: (code, name) => code.replaceAll(/\bfail\(/g, `fail_${name}(`),
    main: (names, file) => ({ file: 'all.php', code: `<?php\n${each(names, (name) => `include '${file(name)}';`)}` }),
    command: ['php', 'all.php'],
  },
  ruby: {
    file: (name) => `${name}.rb`,
    main: (names, file) => ({ file: 'all.rb', code: each(names, (name) => `load "./${file(name)}"`) }),
    command: ['ruby', 'all.rb'],
  },
  go: {
    file: (name) => `${name.toLowerCase()}/sample.go`,
    adapted: (code, name) =>
      code.replace(/^package main$/m, `package ${name.toLowerCase()}`).replace(/^func main\(\)/m, 'func Run()'),
    main: (names) => ({
      file: 'main.go',
      code: `package main\nimport (\n${each(names, (name) => `"samples/${name.toLowerCase()}"`)}\n)\nfunc main() {\n${each(names, (name) => `${name.toLowerCase()}.Run()`)}\n}`,
    }),
    command: ['go', 'run', '.'],
  },
};

/** Whether the language is there. PHP's sample needs its curl extension, which some distributions pack apart. */
export function canRun(language: LanguageId): boolean {
  const [program = ''] = runners[language].command;
  if (language !== 'php') return isInstalled(program);
  return spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout?.split('\n').includes('curl') ?? false;
}

/**
 * Runs samples one after the other.
 * @param codes by name, which is letters and digits
 * @throws with what the language says, where one does not run
 */
export async function runSamples(
  language: LanguageId,
  codes: Record<string, string>,
  { folder, env }: { folder: string; env: Record<string, string> },
): Promise<void> {
  const { file, adapted = (code: string) => code, main, command } = runners[language];
  for (const [name, code] of Object.entries(codes)) {
    await mkdir(join(folder, file(name), '..'), { recursive: true });
    await writeFile(join(folder, file(name)), adapted(code, name));
  }
  const { file: start, code } = main(Object.keys(codes), file);
  await writeFile(join(folder, start), code);
  if (language === 'go') await writeFile(join(folder, 'go.mod'), 'module samples\n\ngo 1.18\n');
  const [program = '', ...options] = command;
  const child = spawn(program, options, { cwd: folder, env: { ...process.env, ...env, LC_ALL: 'C.UTF-8' } });
  const [said, complaints, [exit]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  if (exit !== 0) throw new Error(`${language} ended with ${exit}\n${said.slice(-2000)}\n${complaints.slice(-4000)}`);
}
