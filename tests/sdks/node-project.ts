import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageBuilders } from '../../scripts/packages.ts';
import { root } from '../../scripts/paths.ts';

/** How a consumer compiles: as strict as it gets. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: 'NodeNext',
  target: 'ES2022',
  outDir: 'out',
} as const;

/** The Node that the system brings, where there is one besides the pinned: Node 20 is the oldest that the package supports. */
export function systemNode(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/bin', '/usr/bin'];
  const programs = folders.filter((folder) => folder && !/[/\\](?:\.node|node_modules)[/\\]/.test(folder));
  return programs
    .map((folder) => join(folder, 'node'))
    .find((program) => {
      const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
      return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= 20;
    });
}

/** An empty project that has nothing but the package, installed from its file without a network. */
export class NodeProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'orbinto-node-'));
  tarball = '';

  async install(): Promise<void> {
    const builder = packageBuilders.find(({ name }) => name === 'node');
    const [file = ''] = (await builder?.build(this.folder)) ?? [];
    this.tarball = join(this.folder, file);
    this.write('package.json', JSON.stringify({ name: 'empty', private: true, type: 'module' }));
    const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...flags, this.tarball], { cwd: this.folder, stdio: 'pipe' });
    mkdirSync(join(this.folder, 'node_modules/@types'));
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(this.folder, 'node_modules', name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A file of the installed package. */
  packaged(path: string): string {
    return readFileSync(join(this.folder, 'node_modules/@orbinto/node', path), 'utf8');
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  /** What the compiler says of some files; '' when it is content. Its output lies in `out/`. */
  compile(files: string[], options: { types: string[]; lib: string[]; skipLibCheck: boolean }): string {
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [compiler], { cwd: this.folder, encoding: 'utf8' }).stdout;
  }

  start(program: string, file: string, env: Record<string, string>): ChildProcess {
    return spawn(program, [join(this.folder, file)], { cwd: this.folder, env: { PATH: process.env['PATH'], ...env } });
  }

  /** Runs a file to its end. @returns what it printed, its errors included */
  async run(program: string, file: string, env: Record<string, string>): Promise<string> {
    const child = this.start(program, file, env);
    const [told, complaints] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
    return `${told}${complaints}${child.exitCode === 0 ? '' : `\nended with ${child.exitCode}`}`;
  }
}
