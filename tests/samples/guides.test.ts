import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyMark } from '../../src/site/runnable/runnable-request.ts';
import { violations } from '../contract/contract.ts';
import { execute, needsProgram } from '../programs.ts';
import { blockWith, blocksWith, fateOf, guideBlocks, nameOf } from './guide-blocks.ts';
import type { Block } from './blocks.ts';
import { Programs } from './programs.ts';
import { freshWorkspace, operationAt, orderRecipe, WatchedMock } from './workspace.ts';
import type { Outcome } from '../programs.ts';
import { canRun } from './interpreters.ts';

let mock: WatchedMock;
let folder = '';
beforeAll(async () => {
  mock = await WatchedMock.start();
  folder = await mkdtemp(join(tmpdir(), 'guides-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

test('every code block of the guides is run, is an answer, or is labelled an illustration', () => {
  expect(guideBlocks.filter((block) => fateOf(block) === undefined).map(nameOf)).toEqual([]);
  const counts = Map.groupBy(guideBlocks, (block) => fateOf(block) ?? '');
  process.stdout.write(
    `Blocks of the guides: ${[...counts].map(([fate, { length }]) => `${length} ${fate}`).join(', ')}.\n`,
  );
  expect(blocksWith('illustration').length).toBeLessThanOrEqual(3);
});

describe.concurrent('the requests of the guides', () => {
  test.for(blocksWith('request').map((block) => ({ block, name: nameOf(block) })))(
    '$name',
    async ({ block }, { expect }) => {
      const { method, target, headers, body, status, recipe } = block.runnable ?? expect.unreachable();
      const workspace = freshWorkspace();
      if (recipe !== undefined) await orderRecipe(mock.url, workspace, recipe);
      const request = new Request(`${mock.url}/v1${target}`, {
        method,
        headers: headers.map(([name, value]): [string, string] => [
          name,
          mock.adapted(value.replaceAll(keyMark, `sk_test_${workspace}`), workspace),
        ]),
        ...(body !== undefined && { body }),
      });
      if (status === 0) {
        await expect(fetch(request).then((cut) => cut.text())).rejects.toThrow(TypeError);
        return;
      }
      const answer = await fetch(request);
      expect(answer.status).toBe(status);
      const operation = operationAt({ method, path: new URL(request.url).pathname });
      expect(await violations(operation ?? expect.unreachable(), answer)).toEqual([]);
    },
  );
});

/** Runs a block of JavaScript with lines after it. */
async function runModule(block: Block, name: string, workspace: string, lines: string): Promise<Outcome> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, `${mock.adapted(block.code, workspace)}\n${lines}\n`);
  return execute([process.execPath, '--throw-deprecation', file], { cwd: folder });
}

test('the key that is read into the environment is there', async () => {
  const { code } = blockWith('key');
  const { stdout } = await execute(['bash', '-c', `${code} && printenv ORBINTO_API_KEY`], {
    cwd: folder,
    input: 'sk_test_typed\n',
  });
  expect(stdout).toBe('sk_test_typed\n');
});

describe('with curl', () => {
  needsProgram('curl', canRun('curl'));

  test('the command of the sandbox guide moves the clock by an hour', async (context) => {
    const workspace = freshWorkspace();
    const programs = await Programs.write('curl', { clock: mock.adapted(blockWith('clock').code, workspace) });
    const { exit, stdout, stderr } = await programs.run('clock');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const { now } = JSON.parse(stdout) as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(3_500_000);
    await programs.expectNoComplaints(context);
    await programs.close();
  });

  test('the command of the sandbox guide makes a workspace for a while', async (context) => {
    const programs = await Programs.write('curl', { made: mock.adapted(blockWith('workspace').code, 'unused') });
    const { exit, stdout, stderr } = await programs.run('made');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const { key, expires_at } = JSON.parse(stdout) as { key: string; expires_at: string };
    expect(Math.abs(Date.parse(expires_at) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    const answer = await fetch(`${mock.url}/v1/operators`, { headers: { Authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
    await programs.expectNoComplaints(context);
    await programs.close();
  });
});

test('the loop of the pagination guide reads every visitor once', async () => {
  const workspace = freshWorkspace();
  const lines = `const ids = [];
    for await (const visitor of everyVisitor('sk_test_${workspace}')) ids.push(visitor.id);
    console.log(JSON.stringify([ids.length, new Set(ids).size]));`;
  const { exit, stdout, stderr } = await runModule(blockWith('page loop'), 'loop', workspace, lines);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const list = await fetch(`${mock.url}/v1/visitors`, { headers: { Authorization: `Bearer sk_test_${workspace}` } });
  const { pagination } = (await list.json()) as { pagination: { total: number } };
  expect(JSON.parse(stdout)).toEqual([pagination.total, pagination.total]);
});

test('the function of the rate-limit guide waits, and gets its answer', async () => {
  const workspace = freshWorkspace();
  const key = `sk_test_${workspace}`;
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const order = (faults: object) =>
    fetch(`${mock.url}/_sandbox/faults`, { method: 'PUT', headers, body: JSON.stringify(faults) });
  await order({ status: 429 });
  const lines = `const headers = { Authorization: 'Bearer ${key}' };
    console.log((await request('${mock.url}/v1/operators', { headers })).status);`;
  const run = runModule(blockWith('retry'), 'retry', workspace, lines);
  await expect.poll(() => mock.answersTo(key).some(({ status }) => status === 429), { timeout: 30_000 }).toBe(true);
  await order({});
  expect(await run).toEqual({ exit: 0, stdout: '200\n', stderr: '' });
});
