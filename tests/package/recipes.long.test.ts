/** The recipes for CI: each is a file that is read here, and what it commands is run, in a project that has the package and nothing else. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { readFlags } from '../../src/sandbox/node/flags.ts';
import type { Outcome } from '../programs.ts';
import { readRecipe, runScript, scriptOf } from './ci-recipe.ts';
import type { Compose, GitLab, Workflow } from './ci-recipe.ts';
import { canRunContainers, Container, needsContainers } from './container.ts';
import { containerfileText, instructionsOf } from './containerfile.ts';
import { Image } from './image.ts';
import { SandboxProject } from './sandbox-project.ts';

/** npm does without the registry. */
const OFFLINE = { npm_config_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };

const { rest: PORT = '' } = instructionsOf(containerfileText).find(({ name }) => name === 'EXPOSE') ?? {};

const project = new SandboxProject();
beforeAll(async () => {
  await project.install();
  const vendor = join(project.folder, 'vendor');
  mkdirSync(vendor);
  cpSync(project.tarball, join(vendor, basename(project.tarball)));
  cpSync(join(root, 'content/examples/orbinto.test.js'), join(project.folder, 'orbinto.test.js'));
}, 120_000);
afterAll(() => project.remove());

function expectPassed({ exit, stdout }: Outcome): void {
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringMatching(/^.{0,2}pass 4$/m) as string });
}

test('GitHub Actions: the steps start the sandbox, wait for it, and the test file passes', async () => {
  const port = String(await freePort());
  const { on, jobs } = readRecipe<Workflow>('github-actions.yaml', (text) =>
    text.replaceAll(PORT, port).replaceAll('npx @orbinto/sandbox', `npx @orbinto/sandbox --port ${port}`),
  );
  expect(on).toContain('pull_request');
  const { steps = [] } = jobs['test'] ?? {};
  expect(steps.filter(({ run }) => run)).toHaveLength(4);
  const { code, output } = await runScript(scriptOf(steps), project.folder, OFFLINE);
  expectPassed({ exit: code, stdout: output, stderr: '' });
  await expect(fetch(`http://127.0.0.1:${port}/`), 'it is ended with the job').rejects.toThrow();
});

describe('with the image', () => {
  needsContainers();

  const gitLab = readRecipe<GitLab>('gitlab-ci.yml');
  const image = new Image();
  let container: Container | undefined;
  beforeAll(async () => {
    if (!canRunContainers) return;
    image.prepare();
    // Its registry is not here: the lines before those that want one.
    const { script, variables } = gitLab['sandbox-image'];
    const local = script.slice(
      0,
      script.findIndex((line) => line.includes('buildah login')),
    );
    expect(local).toHaveLength(2);
    const env = { ...variables, ...image.environment, SANDBOX_IMAGE: image.name };
    const { code, output } = await runScript(['set -e', ...local].join('\n'), project.folder, env);
    expect(code, output).toBe(0);
    image.load();
  }, 180_000);
  afterEach(async () => {
    await container?.kill();
    container = undefined;
  });
  afterAll(() => image.remove());

  /** Runs the test file of a recipe beside the image, as a container that reaches it by a name. */
  async function run(flags: readonly string[], url = '', line = ''): Promise<Outcome> {
    container = new Container(image, ...flags);
    await container.healthy();
    const { hostname, port } = new URL(url);
    expect(port).toBe(PORT);
    return container.reachedAs(hostname, line.split(' '), project.folder, { ORBINTO_BASE_URL: url });
  }

  describe('by docker, which is buildah here,', () => {
    const folder = join(root, 'packages/sandbox');
    const workflow = readRecipe<Workflow>('github-actions-service.yaml');
    const onOneLine = (text: string): string => text.replaceAll(/ \\\n +/g, ' ');
    const guide = readFileSync(join(root, 'content/docs/guides/sandbox.mdx'), 'utf8');
    const [, inGuide = ''] = /```bash\n(docker build [^`]*)```/.exec(onOneLine(guide)) ?? [];
    const [, inReadme = ''] =
      /```sh\n(docker build [^`]*)```/.exec(onOneLine(readFileSync(join(folder, 'README.md'), 'utf8'))) ?? [];
    const inContainerfile = containerfileText.match(/(?<=^# {3})docker.*$/gm)?.join('\n') ?? '';

    test('the guide, the README and the Containerfile say the same', () => {
      expect(inGuide).toMatch(/^docker build .*\ndocker run .*\n$/);
      expect(inReadme).toBe(inGuide);
      expect(`${inContainerfile}\n`).toBe(inGuide);
      const [, address, published, flags = ''] = / --publish (\S+):(\d+) orbinto-sandbox (.*)$/m.exec(inGuide) ?? [];
      expect([address, published]).toEqual([`127.0.0.1:${PORT}`, PORT]);
      expect(readFlags(flags.split(' '))).toMatchObject({ allowRemoteControl: true });
    });

    test.each([
      ['the guide', inGuide.split('\n')[0] ?? ''],
      ['the workflow', workflow.jobs['image']?.steps.find(({ run: line }) => line?.startsWith('docker'))?.run ?? ''],
    ])('the command of %s builds the image', async (_where, line) => {
      const script = `docker() { buildah "$@"; }\n${line}`;
      const env = { ...image.environment, BUILDAH_ISOLATION: 'chroot' };
      const { code, output } = await runScript(script, project.folder, env);
      expect(code, output).toBe(0);
      expect(output).toContain('COPY dist /opt/orbinto-sandbox/dist/');
    });
  });

  test('GitLab: the service is what the first job has built, and the test file passes against it', async () => {
    const { services, variables, script } = gitLab.test;
    const [{ name, alias, command } = { name: '', alias: '', command: [] }] = services;
    expect(name).toBe('$SANDBOX_IMAGE');
    expect(gitLab['sandbox-image'].script.filter((line) => line.includes(`"${name}"`))).toHaveLength(2);
    const url = variables['ORBINTO_BASE_URL'] ?? '';
    expect(new URL(url).hostname).toBe(alias);
    expectPassed(await run(command, url, script.join('; ')));
  });

  test('GitHub Actions, as a service: the image that the first job has pushed, and the test file passes', async () => {
    const { jobs } = readRecipe<Workflow>('github-actions-service.yaml');
    const { sandbox } = jobs['test']?.services ?? {};
    expect(sandbox?.ports).toEqual([`${PORT}:${PORT}`]);
    const commands = (jobs['image']?.steps ?? []).flatMap(({ run: line = '' }) => line.split('\n'));
    expect(commands.find((line) => line.startsWith('docker build'))).toContain(` --tag ${sandbox?.image} `);
    expect(commands).toContain(`docker push ${sandbox?.image}`);
    const { run: line, env } = jobs['test']?.steps.find(({ env }) => env) ?? {};
    expectPassed(await run(sandbox?.command.split(' ') ?? [], env?.['ORBINTO_BASE_URL'], line));
  });

  test('compose: the test waits until the sandbox is well, and passes', async () => {
    const { sandbox, test: tests } = readRecipe<Compose>('compose.yaml').services;
    expect(tests?.depends_on).toEqual({ sandbox: { condition: 'service_healthy' } });
    const { context = '', dockerfile = '' } = sandbox?.build ?? {};
    expect(existsSync(join(project.folder, context, dockerfile))).toBe(true);
    expect(sandbox).toMatchObject({ read_only: true, ports: [`127.0.0.1:${PORT}:${PORT}`] });
    const url = tests?.environment?.['ORBINTO_BASE_URL'];
    expectPassed(await run(sandbox?.command ?? [], url, tests?.command.join(' ')));
  });
});
