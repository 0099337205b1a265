/** The package for Node as a reader gets it: installed from its file into an empty project, its README run block by block. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/ports.ts';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { events } from '../../sdks/node/src/testing.ts';
import { needsProgram } from '../programs.ts';
import { bundleRunner, driveHandler, driveOAuth } from './node-drivers.ts';
import { NodeProject, systemNode } from './node-project.ts';
import { readmeBlocks } from './readme-blocks.ts';
import type { ReadmeBlock } from './readme-blocks.ts';
import type { Runner } from './runners.ts';
import { readScenarios } from './scenario.ts';
import { verdictsOf } from './verdicts.ts';

const SECRET = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';
const blocks = readmeBlocks(readFileSync(join(root, 'sdks/node/README.md'), 'utf8'))
  .filter(({ language }) => language === 'ts')
  .map((block, index) => ({ ...block, name: `${index + 1} ${block.section}`, file: `block-${index + 1}` }));
const running = blocks.filter(({ kind }) => kind !== 'illustration');
const system = systemNode();

const project = new NodeProject();
let mock: Mock;
beforeAll(async () => {
  [mock] = await Promise.all([startMock({ port: 0 }), project.install()]);
}, 120_000);
afterAll(async () => {
  project.remove();
  await mock.close();
});

/** Each run has a workspace of its own. */
function environmentOf(name: string): Record<string, string> {
  return {
    ORBINTO_API_KEY: `sk_test_readme${name.replace(/\W/g, '')}`,
    ORBINTO_BASE_URL: `${mock.url}/v1`,
    ORBINTO_WEBHOOK_SECRET: SECRET,
    ORBINTO_CLIENT_ID: 'client_test',
  };
}

async function outputOf({ kind, file }: ReadmeBlock & { file: string }): Promise<string> {
  const env = environmentOf(file);
  const module = `out/${file}.js`;
  if (kind === 'program') return project.run(process.execPath, module, env);
  if (kind === 'server') return serverOutput(module, env);
  const driver = kind === 'oauth' ? driveOAuth(file) : await driveHandler(file, SECRET);
  project.write(`out/drive-${file}.js`, driver);
  return project.run(process.execPath, `out/drive-${file}.js`, env);
}

/** What a server prints when it gets one delivery. */
async function serverOutput(module: string, env: Record<string, string>): Promise<string> {
  const port = await freePort();
  const child = project.start(process.execPath, module, { ...env, PORT: String(port) });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (told += String(chunk)));
  const { body, headers } = await events.build('message.created', { secret: SECRET });
  await expect
    .poll(
      () => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers }).then(({ status }) => status, String),
      { timeout: 10_000 },
    )
    .toBe(204);
  await expect.poll(() => told).not.toBe('');
  child.kill();
  await once(child, 'close');
  return told;
}

describe('the README', () => {
  test('compiles, as strict as it gets', () => {
    for (const { file, code } of blocks) project.write(`${file}.ts`, code);
    const files = running.map(({ file }) => `${file}.ts`);
    expect(project.compile(files, { types: ['node'], lib: ['ES2023'], skipLibCheck: true })).toBe('');
    expect(running.length).toBeGreaterThan(11);
  });

  test.each(running)('runs: $name', async (block) => {
    const told = await outputOf(block);
    for (const text of block.prints) expect(told).toContain(text);
    expect(told).not.toMatch(/ended with|Warning/);
  });
});

describe('on the system’s Node', () => {
  needsProgram('a Node of the system', system !== undefined);

  test('the README runs, in one process', async () => {
    const programs = running.filter(({ kind }) => kind === 'program');
    project.write('out/all.js', programs.map(({ file }) => `await import('./${file}.js');\n`).join(''));
    const told = await project.run(system ?? '', 'out/all.js', environmentOf('old'));
    for (const { prints } of programs) for (const text of prints) expect(told).toContain(text);
  });

  test('every third scenario passes', async () => {
    const command: Runner['command'] = [system ?? '', await bundleRunner(project)];
    const chosen = readScenarios().filter((_, index) => index % 3 === 0);
    const verdicts = await verdictsOf(
      { language: 'node of the system', command },
      chosen,
      sdkModel(await loadDocument(SPEC_FILE), await loadPolicies()),
    );
    expect([...verdicts].filter(([, { outcome }]) => outcome !== 'passed')).toEqual([]);
  });
});

describe('the package', () => {
  test('has what it must, and nothing else', () => {
    expect(project.packaged('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    const { version, dependencies } = JSON.parse(project.packaged('package.json')) as {
      version: string;
      dependencies?: object;
    };
    expect(project.packaged('CHANGELOG.md')).toContain(`## ${version}`);
    expect(dependencies).toBeUndefined();
    const { stdout } = spawnSync('tar', ['tzf', project.tarball], { encoding: 'utf8' });
    expect(
      stdout.split('\n').filter((name) => !/^(?:package\/(?:dist\/.*\.(?:js|d\.ts)|[\w.]+))?$/.test(name)),
    ).toEqual([]);
  });

  test('imports nothing of Node, nor a file that is not there', () => {
    const { stdout } = spawnSync(
      'grep',
      ['-rhoE', '(from|import) ?\\(?[\'"][^\'"]+[\'"]', 'node_modules/@orbinto/node/dist'],
      {
        cwd: project.folder,
        encoding: 'utf8',
      },
    );
    const imports = stdout.split('\n').filter(Boolean);
    expect(imports.length).toBeGreaterThan(30);
    expect(imports.filter((line) => !/['"]\.{1,2}\/[\w/.-]+\.js['"]$/.test(line))).toEqual([]);
  });

  test('has one file for the client, and one class for an error of any entry', async () => {
    expect(project.packaged('dist/orbinto.js')).not.toMatch(/\bfrom\s*["']|\bimport\b/);
    const program = `import * as client from '@orbinto/node';
import * as webhooks from '@orbinto/node/webhooks';
const names = Object.keys(webhooks).filter((name) => name.endsWith('Error'));
console.log(names.length, names.every((name) => client[name] === webhooks[name]));`;
    project.write('classes.js', program);
    expect(await project.run(process.execPath, 'classes.js', {})).toBe('3 true\n');
  });

  test('has the types that are promised, in a browser’s surroundings', () => {
    const text = readFileSync(join(root, 'sdks/node/tests/types.ts'), 'utf8');
    const names = { orbinto: '@orbinto/node', webhooks: '@orbinto/node/webhooks', testing: '@orbinto/node/testing' };
    project.write(
      'types.ts',
      text.replace(/'\.\.\/src\/(\w+)\.ts'/g, (_, name: keyof typeof names) => `'${names[name]}'`),
    );
    expect(
      project.compile(['types.ts'], { types: [], lib: ['ES2023', 'DOM', 'DOM.Iterable'], skipLibCheck: false }),
    ).toBe('');
  });

  test('satisfies publint and attw', async () => {
    const { messages } = await publint({
      pkgDir: join(project.folder, 'node_modules/@orbinto/node'),
      strict: true,
      pack: false,
    });
    expect(messages).toEqual([]);
    const attw = spawnSync(
      join(root, 'node_modules/.bin/attw'),
      [project.tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'],
      { encoding: 'utf8' },
    );
    expect(attw.status, attw.stdout).toBe(0);
  });

  const sizes = [
    [
      'one call',
      "import { Orbinto } from '@orbinto/node'; console.log(await new Orbinto().contacts.get('con_abc123'));",
      6000,
    ],
    ['webhooks alone', "import { unwrap } from '@orbinto/node/webhooks'; console.log(unwrap);", 2000],
  ] as const;
  test.each(sizes)('is small: %s', async (_, contents, limit) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: project.folder },
      ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' },
    });
    const size = gzipSync(outputFiles[0]?.contents ?? '').length;
    expect(size).toBeLessThanOrEqual(limit);
    expect(size).toBeGreaterThan(1000);
  });
});
