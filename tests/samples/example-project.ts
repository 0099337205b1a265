/** A reader's project: files of the guides beside a program that uses them. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { execute } from '../programs.ts';
import type { Outcome, RunOptions } from '../programs.ts';
import { interpreters } from './interpreters.ts';

/** What a project has before its first file. */
const beginnings: Partial<Record<LanguageId, readonly [name: string, text: string]>> = {
  javascript: ['package.json', '{"type":"module"}'],
  go: ['go.mod', 'module yourapp\n\ngo 1.18\n'],
};

export class ExampleProject {
  readonly folder: string;
  readonly #language: LanguageId;

  private constructor(folder: string, language: LanguageId) {
    this.folder = folder;
    this.#language = language;
  }

  /** @param files by name; a name may have a folder */
  static async write(language: LanguageId, files: Readonly<Record<string, string>>): Promise<ExampleProject> {
    const folder = await mkdtemp(join(tmpdir(), 'project-'));
    if (language === 'javascript') await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    const beginning = beginnings[language];
    for (const [name, text] of [...(beginning ? [beginning] : []), ...Object.entries(files)]) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), `${text.trimEnd()}\n`);
    }
    return new ExampleProject(folder, language);
  }

  /** The command that runs a file of the project; Go builds the whole of it first. */
  async command(file: string): Promise<readonly string[]> {
    if (this.#language !== 'go') return [...interpreters[this.#language].command, file];
    const complaints = await Promise.all([this.#said('gofmt', '-l', '.'), this.#said('go', 'vet', './...')]);
    if (complaints.join('') !== '') throw new Error(complaints.join(''));
    await this.#said('go', 'build', '-o', 'program', '.');
    return ['./program'];
  }

  async run(file: string, options: Omit<RunOptions, 'cwd'> = {}): Promise<Outcome> {
    return execute(await this.command(file), { ...options, cwd: this.folder });
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  async #said(...command: string[]): Promise<string> {
    const { exit, stdout, stderr } = await execute(command, { cwd: this.folder });
    if (exit !== 0) throw new Error(`${command.join(' ')}: ${stdout}${stderr}`);
    return stdout + stderr;
  }
}
