import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readersEnvironment } from '../programs.ts';
import { containerfileText, instructionsOf } from './containerfile.ts';
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

/** The image of the sandbox, in a store of buildah's that has nothing else but a base image of this machine's Node. */
export class Image {
  readonly name = 'localhost/orbinto-sandbox:1.0.0';
  readonly folder = mkdtempSync(join(tmpdir(), 'orbinto-image-'));
  /** Leads buildah to this store. */
  readonly environment = { CONTAINERS_STORAGE_CONF: join(this.folder, 'storage.conf') };
  config!: ImageConfig;
  /** Where its files are. */
  files = '';

  /** Makes the store, with what stands in it for the base image that the Containerfile names. */
  prepare(): void {
    const settings = ['driver = "vfs"', `graphroot = "${this.folder}/store"`, `runroot = "${this.folder}/run"`];
    writeFileSync(this.environment.CONTAINERS_STORAGE_CONF, ['[storage]', ...settings, ''].join('\n'));
    const { rest: base = '' } = instructionsOf(containerfileText).find(({ name }) => name === 'FROM') ?? {};
    const context = join(this.folder, 'base');
    mkdirSync(context);
    writeMachineImage(context);
    this.#build(base, context);
  }

  /** Builds it of the file of the package. */
  build(tarball: string): void {
    execFileSync('tar', ['xzf', tarball, '-C', this.folder]);
    this.#build(this.name, join(this.folder, 'package'));
  }

  /** Makes ready to run what has been built under its name. */
  load(): void {
    const { Docker } = JSON.parse(this.#buildah('inspect', '--type', 'image', this.name)) as {
      Docker: { config: ImageConfig };
    };
    this.config = Docker.config;
    this.files = this.#buildah('mount', this.#buildah('from', '--pull-never', this.name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #build(name: string, context: string): void {
    // Only this format has a place for a health check.
    const flags = ['--isolation', 'chroot', '--format', 'docker', '--pull-never', '--tag', name];
    this.#buildah('build', ...flags, '--file', join(context, 'Containerfile'), context);
  }

  /** In a network that has nothing in it. @returns what it prints */
  #buildah(...args: string[]): string {
    const env = readersEnvironment(this.environment);
    return execFileSync('unshare', ['--net', 'buildah', ...args], { encoding: 'utf8', stdio: 'pipe', env }).trim();
  }
}
