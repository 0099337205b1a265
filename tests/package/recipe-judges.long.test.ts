/** What others' programs say of the Containerfile and the recipes: from the registry, since none is a tool of this repository. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { execute, needsProgram } from '../programs.ts';
import { recipes, recipeText } from './ci-recipe.ts';
import { containerfileText } from './containerfile.ts';
import { SandboxProject } from './sandbox-project.ts';

const JUDGES = ['dockerfile-utils@0.16.3', '@actions/workflow-parser@0.3.61', 'testcontainers@12.2.0'];

const project = new SandboxProject();
let isThere = false;
needsProgram('the npm registry, for others’ programs,', () => isThere);
beforeAll(async () => {
  await project.install();
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const { status } = spawnSync('npm', ['install', ...flags, project.tarball, ...JUDGES], {
    cwd: project.folder,
    stdio: 'ignore',
    timeout: 170_000,
  });
  isThere = status === 0;
}, 180_000);
afterAll(() => project.remove());

/** Runs a program that prints JSON, as one file: not all of these packages are made for Node as they are. */
async function judge(code: string): Promise<unknown> {
  const outfile = join(project.folder, 'judge.cjs');
  await build({
    stdin: { contents: code, resolveDir: project.folder },
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'silent' },
  });
  const { stdout, stderr } = await execute([process.execPath, outfile], { cwd: project.folder });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('the Containerfile, by dockerfile-utils,', () => {
  const complaintsOf = (text: string): Promise<unknown> =>
    judge(`import { validate } from 'dockerfile-utils';
      console.log(JSON.stringify(validate(${JSON.stringify(text)}).map(({ message }) => message)));`);

  test('has no fault, and would be told of one', async () => {
    expect(await complaintsOf(containerfileText)).toEqual([]);
    expect(await complaintsOf(containerfileText.replace('--interval=2s', '--interval=2'))).toHaveLength(1);
    expect(await complaintsOf(containerfileText.replace('EXPOSE', 'EXPOSES'))).toHaveLength(1);
  });
});

describe('the workflows, by the parser of GitHub Actions,', () => {
  const complaintsOf = (content: string): Promise<unknown> =>
    judge(`import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
      const file = { name: 'test.yaml', content: ${JSON.stringify(content)} };
      const { context } = parseWorkflow(file, new NoOperationTraceWriter());
      console.log(JSON.stringify(context.errors.getErrors().map(({ message }) => message)));`);

  test.each([
    ['github-actions.yaml', 'runs-on'],
    ['github-actions-service.yaml', 'runs-on'],
    ['github-actions-service.yaml', 'command'],
  ])('%s has no fault, and would be told of one at %s', async (file, word) => {
    expect(await complaintsOf(recipeText(file))).toEqual([]);
    expect(await complaintsOf(recipeText(file).replace(`${word}:`, `${word}x:`))).not.toEqual([]);
  });
});

describe('Testcontainers', () => {
  const file = 'testcontainers.test.js';

  test('has all that its recipe calls, by its types', () => {
    const complaintsOf = (text: string): string => {
      project.write(file, text);
      const options = { ...{ allowJs: true, checkJs: true, noEmit: true, skipLibCheck: true }, types: ['node'] };
      const compilerOptions = { ...options, module: 'NodeNext', target: 'ES2022' };
      project.write('package.json', JSON.stringify({ private: true, type: 'module' }));
      project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      return spawnSync(process.execPath, [compiler], { cwd: project.folder, encoding: 'utf8' }).stdout;
    };
    expect(complaintsOf(recipeText(file))).toBe('');
    const wrong = recipeText(file).replace('forHealthCheck', 'forHealth').replace('getMappedPort', 'mappedPort');
    const told = complaintsOf(wrong);
    for (const name of ['forHealth', 'mappedPort']) expect(told).toContain(`'${name}' does not exist`);
  });

  test('runs its recipe, on a process in the place of a container', async () => {
    const folder = join(project.folder, 'stand-in');
    const modules = join(folder, 'node_modules');
    mkdirSync(join(modules, 'testcontainers'), { recursive: true });
    symlinkSync(join(project.folder, 'node_modules/@orbinto'), join(modules, '@orbinto'));
    cpSync(join(import.meta.dirname, 'testcontainers-stand-in.js'), join(modules, 'testcontainers/index.js'));
    writeFileSync(join(modules, 'testcontainers/package.json'), '{ "type": "module", "main": "index.js" }');
    cpSync(join(recipes, file), join(folder, file));
    const command = [process.execPath, '--test', '--test-reporter=tap', file];
    const { exit, stdout } = await execute(command, { cwd: folder });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringMatching(/^# pass 1$/m) as string });
  });
});
