import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyMark } from '../../src/site/runnable/runnable-request.ts';
import { violations } from '../contract/contract.ts';
import { execute, needsProgram } from '../programs.ts';
import { blockWith, blocksWith, fateOf, guideBlocks, nameOf } from './guide-blocks.ts';
import { Programs } from './programs.ts';
import { freshWorkspace, operationAt, orderRecipe, WatchedMock } from './workspace.ts';
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
