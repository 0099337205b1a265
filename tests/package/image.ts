import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMachineImage } from './machine-image.ts';

/** What an image says of how it is run. @see https://github.com/moby/docker-image-spec */
export interface ImageConfig {
  readonly User: string;
  readonly Env: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly Cmd: readonly string[] | null;
  readonly ExposedPorts: Readonly<Record<string, object>>;
  readonly Healthcheck: { readonly Test: readonly string[]; readonly Interval: number; readonly Timeout: number };
  readonly Labels: Readonly<Record<string, string>>;
}

const NAME = 'localhost/orbinto-sandbox';

/** The image of the sandbox, built by buildah into a store of its own. */
export class Image {
  readonly folder = mkdtempSync(join(tmpdir(), 'orbinto-image-'));
  config!: ImageConfig;
  /** Where its files are. */
  files = '';

  /**
   * Builds without a network: with nothing but what the tarball has and this machine's Node.
   * @param tarball the file of the package
   * @param base the name that the Containerfile has for its base image
   */
  build(tarball: string, base: string): void {
    const baseFolder = join(this.folder, 'base');
    mkdirSync(baseFolder);
    writeMachineImage(baseFolder);
    this.#build(base, baseFolder);
    execFileSync('tar', ['xzf', tarball, '-C', this.folder]);
    this.#build(NAME, join(this.folder, 'package'));
    const { Docker } = JSON.parse(this.#buildah('inspect', '--type', 'image', NAME)) as {
      Docker: { config: ImageConfig };
    };
    this.config = Docker.config;
    this.files = this.#buildah('mount', this.#buildah('from', '--pull-never', NAME));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #build(name: string, context: string): void {
    // Only this format has a place for a health check.
    const format = ['--isolation', 'chroot', '--format', 'docker', '--pull-never'];
    this.#buildah('build', ...format, '--tag', name, '--file', join(context, 'Containerfile'), context);
  }

  /** @returns what it prints */
  #buildah(...args: string[]): string {
    const store = [
      '--root',
      join(this.folder, 'store'),
      '--runroot',
      join(this.folder, 'run'),
      '--storage-driver',
      'vfs',
    ];
    // In a network that has nothing in it.
    const command = ['--net', 'buildah', ...store, ...args];
    return execFileSync('unshare', command, { encoding: 'utf8', stdio: 'pipe' }).trim();
  }
}
