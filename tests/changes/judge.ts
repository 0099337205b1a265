import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';

const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** An independent tool's word on whether clients break: `redocly diff` by its recommended rules. */
export class Judge {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(before: OpenApiDocument): Promise<Judge> {
    const folder = await mkdtemp(join(tmpdir(), 'changes-judge-'));
    await writeFile(join(folder, 'rules.yaml'), 'extends: [diff-recommended]\n');
    await writeFile(join(folder, 'before.json'), JSON.stringify(before));
    return new Judge(folder);
  }

  /** @returns whether a change needs a new major version */
  async breaks(after: OpenApiDocument): Promise<boolean> {
    await writeFile(join(this.#folder, 'after.json'), JSON.stringify(after));
    const args = ['diff', 'before.json', 'after.json', '--config=rules.yaml', '--format=json', '--fail-on=none'];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const options = { cwd: this.#folder, env, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(process.execPath, [redocly, ...args], options);
    const { summary } = JSON.parse(stdout) as { summary: { major: number } };
    return summary.major > 0;
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}
