/** The container of the sandbox: its Containerfile by the rules, built by buildah without a network, and run with read-only files. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../programs.ts';
import { canRunContainers, Container, needsContainers, OUTSIDE } from './container.ts';
import { complaintsOf, containerfileText } from './containerfile.ts';
import { Image } from './image.ts';
import { SandboxProject } from './sandbox-project.ts';

describe('the Containerfile', () => {
  test('keeps the rules', () => {
    expect(complaintsOf(containerfileText)).toEqual([]);
  });

  test.each([
    ['a base without a version', /:26-alpine[\d.]+/, '', 'each base image'],
    ['the latest base', '26-alpine3.24', 'latest', 'each base image'],
    ['a base from anywhere', 'docker.io/library/', '', 'each base image'],
    ['root', 'USER 1000:1000', 'USER 0:0', 'it ends as a user'],
    ['a user by name', 'USER 1000:1000', 'USER node', 'it ends as a user'],
    ['no user', 'USER 1000:1000', '', 'it ends as a user'],
    ['an entrypoint by a shell', /ENTRYPOINT \[.*\]/, 'ENTRYPOINT node cli.js', 'there is one ENTRYPOINT'],
    ['two entrypoints', 'CMD []', 'ENTRYPOINT ["node"]\nCMD []', 'there is one ENTRYPOINT'],
    ['no command', 'CMD []\n', '', 'there is one CMD'],
    ['no health check', /HEALTHCHECK[^]*/, '', 'there is one HEALTHCHECK'],
    [
      'a health check by a shell',
      'CMD ["node", "/opt/orbinto-sandbox/dist/cli.js", "--check"]',
      'CMD curl',
      'there is one HEALTH',
    ],
    ['a command that is run', 'EXPOSE', 'RUN apk add curl\nEXPOSE', 'nothing is fetched'],
    ['all of the folder', 'COPY dist ', 'COPY . ', 'nothing is fetched'],
    ['a file of the user', 'EXPOSE', 'COPY dist /srv/\nEXPOSE', 'files are copied before'],
    ['a port of root', 'EXPOSE 4010', 'EXPOSE 80', 'one port above'],
    ['a secret', 'EXPOSE', 'ENV API_KEY=x\nEXPOSE', 'no secret'],
  ])('would not with %s', (_name, from, to, complaint) => {
    const changed = containerfileText.replace(from, to);
    expect(changed).not.toBe(containerfileText);
    const complaints = complaintsOf(changed);
    expect(complaints.filter((text) => text.startsWith(complaint))).toHaveLength(1);
  });
});

describe('the image', () => {
  needsContainers();

  const image = new Image();
  let container: Container | undefined;
  beforeAll(async () => {
    if (!canRunContainers) return;
    const project = await new SandboxProject().install();
    image.prepare();
    image.build(project.tarball);
    image.load();
    project.remove();
  }, 180_000);
  afterEach(async () => {
    await container?.kill();
    container = undefined;
  });
  afterAll(() => image.remove());

  async function start(...flags: string[]): Promise<Container> {
    container = new Container(image, ...flags);
    await container.healthy();
    return container;
  }

  /** The status of an answer to a request that is sent beside the container. */
  async function ask(running: Container, url: string, ...more: string[]): Promise<number> {
    const quiet = ['--silent', '--output', '/dev/null', '--write-out', '%{http_code}', '--max-time', '20'];
    const key = ['--header', 'Authorization: Bearer sk_test_admin'];
    const { stdout }: Outcome = await running.beside(['curl', ...quiet, ...key, ...more, url]);
    return Number(stdout);
  }

  test('says how it is run: as a user, by its port, well or not, with nothing of the base image', () => {
    const { User, ExposedPorts, Healthcheck, Cmd, Labels } = image.config;
    expect({ User, ports: Object.keys(ExposedPorts), Cmd: Cmd ?? [] }).toEqual({
      User: '1000:1000',
      ports: ['4010/tcp'],
      Cmd: [],
    });
    expect(Healthcheck).toMatchObject({ Interval: 2e9, Timeout: 5e9 });
    expect(Labels).toMatchObject({ 'org.opencontainers.image.licenses': 'MIT' });
  });

  test('is well, answers by its name, and ends with code 0 at a signal', async () => {
    const running = await start();
    expect(await ask(running, 'http://127.0.0.1:4010/v1/operators', '--header', 'Host: sandbox:4010')).toBe(200);
    expect(await ask(running, `http://${OUTSIDE}:4010/v1/operators`)).toBe(200);
    const { exit, stdout, stderr } = await running.end();
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/\(names: sandbox\)\.$/m);
  });

  test('refuses other names, and lets nobody outside control it, until told', async () => {
    const shut = await start();
    const mock = ['--header', 'Host: mock:4010'];
    expect(await ask(shut, `http://${OUTSIDE}:4010/v1/operators`, ...mock)).toBe(421);
    expect(await ask(shut, `http://${OUTSIDE}:4010/_sandbox/clock`)).toBe(403);
    await shut.kill();
    const open = await start('--allow-host', 'mock', '--allow-remote-control');
    expect(await ask(open, `http://${OUTSIDE}:4010/v1/operators`, ...mock)).toBe(200);
    expect(await ask(open, `http://${OUTSIDE}:4010/v1/operators`, '--header', 'Host: sandbox')).toBe(200);
    expect(await ask(open, `http://${OUTSIDE}:4010/_sandbox/clock`)).toBe(200);
  });

  test('runs as its user, who can write nothing', async () => {
    const running = await start();
    expect(running.status('Uid')).toEqual(['1000', '1000', '1000', '1000']);
    expect(running.status('CapEff')).toEqual(['0000000000000000']);
    const write = `for (const path of ['/tmp/x', '/opt/orbinto-sandbox/x', '/x'])
      try { require('node:fs').writeFileSync(path, ''); console.log(path); } catch ({ code }) { console.log(code); }`;
    const { stdout } = await running.execute(['node', '-e', write]);
    expect(stdout).toBe('EROFS\n'.repeat(3));
  });

  test('says in one line that a file cannot be kept in it', async () => {
    container = new Container(image, '--data', '/data/sandbox.db');
    const { exit, stderr } = await container.end('SIGCONT');
    expect({ exit, stderr }).toEqual({
      exit: 1,
      stderr: '/data/sandbox.db cannot be used: the folder / cannot be written\n',
    });
  });

  test('is not well when nothing answers at its port, and says why', async () => {
    const running = new Container(image, '--port', '4011');
    container = running;
    await running.healthy(['node', '/opt/orbinto-sandbox/dist/cli.js', '--check', '--port', '4011']);
    expect(await running.check()).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'No sandbox answers on http://127.0.0.1:4010: nothing listens there\n',
    });
  });
});
