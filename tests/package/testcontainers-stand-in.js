/**
 * Stands for the package of this name where there is no Docker: what the recipe calls of it, on a process in the place of a container.
 * That the real one has all of it, its types say in the same test.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export class GenericContainer {
  #folder;
  #entrypoint;
  #exposed;
  #flags = [];

  constructor(folder, file) {
    this.#folder = folder;
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    this.#entrypoint = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(text)[1]);
    this.#exposed = Number(/^EXPOSE (\d+)$/m.exec(text)[1]);
  }

  static fromDockerfile(folder, file) {
    return { build: async () => new GenericContainer(folder, file) };
  }

  withCommand(flags) {
    this.#flags = flags;
    return this;
  }

  withExposedPorts(port) {
    if (port !== this.#exposed) throw new Error(`The image does not expose ${port}`);
    return this;
  }

  withWaitStrategy(strategy) {
    if (strategy !== 'health check') throw new Error(`${strategy} is none`);
    return this;
  }

  async start() {
    const [, ...rest] = this.#entrypoint.map((part) => part.replace('/opt/orbinto-sandbox', this.#folder));
    const child = spawn(process.execPath, [...rest, ...this.#flags, '--port', '0', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['null'])]);
    const { hostname, port } = new URL(JSON.parse(String(line)).url);
    return {
      getHost: () => hostname,
      getMappedPort: () => Number(port),
      stop: async () => {
        child.kill();
        await once(child, 'exit');
      },
    };
  }
}

export const Wait = { forHealthCheck: () => 'health check' };
