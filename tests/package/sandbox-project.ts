import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxPackage } from '../../scripts/packages/sandbox.ts';
import { root } from '../../scripts/paths.ts';

/** How a consumer compiles: as strict as it gets. */
const STRICT = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true },
  ...{ module: 'NodeNext', target: 'ES2022', lib: ['ES2023'], types: ['node'], skipLibCheck: false },
};

/** An empty project that has nothing but the sandbox, installed from its file without a network. */
export class SandboxProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'orbinto-project-'));
  tarball = '';

  /** @returns this, ready */
  async install(): Promise<this> {
    const [file = ''] = await sandboxPackage.build(this.folder);
    this.tarball = join(this.folder, file);
    this.write('package.json', JSON.stringify({ name: 'empty', private: true }));
    const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...flags, this.tarball], { cwd: this.folder, stdio: 'pipe' });
    return this;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The path of a file of the installed package. */
  packaged(path: string): string {
    return join(this.folder, 'node_modules/@orbinto/sandbox', path);
  }

  read(path: string): string {
    return readFileSync(this.packaged(path), 'utf8');
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  /** Lets the project find packages of this repository. */
  link(...names: string[]): void {
    for (const name of names) {
      const place = join(this.folder, 'node_modules', name);
      mkdirSync(join(place, '..'), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), place);
    }
  }

  /** What the compiler says of some files; '' when it is content. */
  compile(...files: string[]): string {
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: STRICT, files }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [compiler], { cwd: this.folder, encoding: 'utf8' }).stdout;
  }
}
