/** The package of the sandbox as a reader gets it: installed from its file into an empty project. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { execute } from '../programs.ts';
import { readmeBlocks } from '../sdks/readme-blocks.ts';
import { SandboxProject } from './sandbox-project.ts';

const project = new SandboxProject();
beforeAll(async () => void (await project.install()), 120_000);
afterAll(() => project.remove());

describe('the file', () => {
  test('holds what it must and nothing else, in less than a megabyte', () => {
    const { stdout } = spawnSync('tar', ['tzf', project.tarball], { encoding: 'utf8' });
    const names = stdout.split('\n').map((name) => name.replace(/^package\//, ''));
    const known =
      /^(?:dist\/(?:(?:chunks\/)?[\w-]+\.c?js|(?:types\/)?[\w-]+\.d\.c?ts|third-party-licenses\.txt|pages\.br)|[\w.]+)?$/;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE', 'package.json']));
    expect(statSync(project.tarball).size).toBeLessThan(1_000_000);
  });

  test('has the licences of what is bundled, and its own', () => {
    expect(project.read('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    const licences = project.read('dist/third-party-licenses.txt');
    for (const name of ['hono', '@hono/node-server', 'ipaddr.js', 'minisearch', 'zod', '@modelcontextprotocol/server'])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(licences).toMatch(/Permission is hereby granted/);
  });

  test('satisfies publint and attw', async () => {
    const { messages } = await publint({ pkgDir: project.packaged(''), strict: true, pack: false });
    expect(messages).toEqual([]);
    const attw = join(root, 'node_modules/.bin/attw');
    const { status, stdout } = spawnSync(attw, [project.tarball, '--no-color', '--no-emoji'], { encoding: 'utf8' });
    expect(status, stdout).toBe(0);
  });

  test('wants nothing but Node', async () => {
    expect(JSON.parse(project.read('package.json'))).not.toHaveProperty('dependencies');
    const { metafile } = await build({
      entryPoints: ['cli.js', 'sandbox.js', 'sandbox.cjs'].map((file) => ({
        in: project.packaged(`dist/${file}`),
        out: file,
      })),
      ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', metafile: true },
      ...{ write: false, outdir: 'out', logLevel: 'silent' },
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
    const foreign = imports.filter(({ external }) => external).map(({ path }) => path);
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((path) => !isBuiltin(path))).toEqual([]);
  });
});

describe('the README', () => {
  const blocks = readmeBlocks(readFileSync(join(root, 'packages/sandbox/README.md'), 'utf8')).filter(
    ({ language }) => language === 'ts',
  );

  test('compiles against the types, as strict as it gets', () => {
    project.link('@types/node', 'undici-types');
    for (const [index, { code }] of blocks.entries()) project.write(`block-${index}.mts`, code);
    expect(project.compile(...blocks.map((_, index) => `block-${index}.mts`))).toBe('');
    expect(blocks.length).toBeGreaterThan(3);
  });

  test.each(blocks.map(({ code, prints, section }, index) => ({ code, prints, name: `${index + 1} ${section}` })))(
    'runs: $name',
    async ({ code, prints, name }) => {
      project.write(`run-${name[0]}.mts`, code);
      const command = [process.execPath, '--no-warnings', `run-${name[0]}.mts`];
      const { exit, stdout, stderr } = await execute(command, { cwd: project.folder });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      for (const text of prints) expect(stdout).toContain(text);
    },
  );
});

test('the types know events, what they carry, and durations; for CommonJS, too', () => {
  const lines = [
    "const { data } = await sandbox.events.emit('contact.created');",
    'const email: string | null = data.email;',
    'void email, data.emial;',
    "await sandbox.events.emit('contact.creatde');",
    "await sandbox.clock.advance('10m');",
    'await sandbox.clock.advance(500);',
    "await sandbox.clock.advance('ten minutes');",
  ];
  const code = ["import { createSandbox } from '@orbinto/sandbox';", 'const sandbox = createSandbox();', ...lines];
  project.write('check.mts', code.join('\n'));
  const inFunction = ['async function check() {', ...lines, '}', 'void check();'];
  project.write('check.cts', [...code.slice(0, 2), ...inFunction].join('\n'));
  const told = project.compile('check.mts', 'check.cts').split('\n').filter(Boolean);
  const wrong = ["'emial' does not exist", '"contact.creatde"', '"ten minutes"'];
  expect(told).toHaveLength(2 * wrong.length);
  for (const text of wrong) expect(told.filter((line) => line.includes(text))).toHaveLength(2);
});

describe('the library', () => {
  test.each([
    ['an ES module', 'run.mjs', "import { createSandbox, startSandbox } from '@orbinto/sandbox';"],
    ['CommonJS', 'run.cjs', "const { createSandbox, startSandbox } = require('@orbinto/sandbox');"],
  ])('runs as %s: in the process, over HTTP, and ends', async (_name, file, beginning) => {
    const body = `
      const headers = { Authorization: 'Bearer sk_test_admin' };
      const run = async () => {
        const sandbox = createSandbox();
        const running = await startSandbox({ data: process.argv[2] });
        const answers = [await sandbox.fetch('/v1/operators', { headers }), await fetch(running.url + '/v1/operators', { headers })];
        const token = await sandbox.fetch('/.well-known/oauth-authorization-server');
        await sandbox.import(await sandbox.export());
        console.log(...answers.map(({ status }) => status), token.status);
        await Promise.all([sandbox.close(), running.close()]);
      };
      run();`;
    project.write(file, `${beginning}\n${body}`);
    const command = [process.execPath, '--no-warnings', file, `${file}.db`];
    const { exit, stdout, stderr } = await execute(command, { cwd: project.folder });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '200 200 200\n', stderr: '' });
  });
});
