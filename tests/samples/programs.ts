/** Samples of one language as files that are run, each in a process of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { execute, isInstalled } from '../programs.ts';
import type { Outcome, RunOptions } from '../programs.ts';
import { interpreters } from './interpreters.ts';

/** Languages with a linter that does not run the code. */
export const linted: readonly LanguageId[] = ['curl', 'go'];

export class Programs {
  readonly #language: LanguageId;
  readonly #folder: string;
  readonly #names: readonly string[];

  private constructor(language: LanguageId, folder: string, names: readonly string[]) {
    this.#language = language;
    this.#folder = folder;
    this.#names = names;
  }

  /** @param codes by name, which is letters and digits */
  static async write(language: LanguageId, codes: Readonly<Record<string, string>>): Promise<Programs> {
    const folder = await mkdtemp(join(tmpdir(), 'samples-'));
    const programs = new Programs(language, folder, Object.keys(codes));
    for (const [name, code] of Object.entries(codes)) {
      await writeFile(programs.#file(name), language === 'go' ? renamed(code, name) : `${code}\n`);
    }
    if (language === 'go') await programs.#build();
    // In a terminal curl shows no progress.
    if (language === 'curl') await writeFile(join(folder, '.curlrc'), 'silent\nshow-error\n');
    return programs;
  }

  run(name: string, options: Omit<RunOptions, 'cwd'> = {}): Promise<Outcome> {
    const start = this.#language === 'go' ? ['./samples', name] : [...interpreters[this.#language].command];
    const command = this.#language === 'go' ? start : [...start, this.#file(name)];
    return execute(command, { ...options, cwd: this.#folder, env: { CURL_HOME: this.#folder, ...options.env } });
  }

  /** Expects that linters which do not run the code say nothing; the interpreters complain by themselves. */
  async expectNoComplaints({ expect, skip }: Pick<TestContext, 'expect' | 'skip'>): Promise<void> {
    const linter = this.#language === 'curl' ? 'shellcheck' : 'gofmt';
    if (!isInstalled(linter) && !process.env['CI']) skip(`${linter} is not installed`);
    expect(await this.#complaints()).toBe('');
  }

  async #complaints(): Promise<string> {
    const files = this.#names.map((name) => this.#file(name));
    const linters: readonly (readonly string[])[] =
      this.#language === 'curl'
        ? [['shellcheck', '--shell=bash', '--enable=all', ...files]]
        : [
            ['gofmt', '-d', ...files],
            ['go', 'vet', '.'],
          ];
    const outcomes = await Promise.all(linters.map((command) => execute(command, { cwd: this.#folder })));
    return outcomes.map(({ exit, stdout, stderr }) => (exit === 0 ? stdout : `${stdout}${stderr}`)).join('');
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.${interpreters[this.#language].extension}`);
  }

  /** A linked program takes a second of the processor: all samples are the functions of one, chosen by its argument. */
  async #build(): Promise<void> {
    const cases = this.#names.map((name) => `\tcase "${name}":\n\t\t${name}()`);
    const main = `package main\n\nimport "os"\n\nfunc main() {\n\tswitch os.Args[1] {\n${cases.join('\n')}\n\t}\n}\n`;
    await writeFile(this.#file('main'), main);
    await writeFile(join(this.#folder, 'go.mod'), 'module samples\n\ngo 1.18\n');
    const { exit, stderr } = await execute(['go', 'build', '-o', 'samples', '.'], { cwd: this.#folder });
    if (exit !== 0) throw new Error(`go build: ${stderr}`);
  }
}

function renamed(code: string, name: string): string {
  const changed = code.replace(/^func main\(\)/m, `func ${name}()`);
  if (changed === code) throw new Error(`${name} has no function main`);
  return `${changed}\n`;
}
