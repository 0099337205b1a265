import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { recipeFigures, retries } from '../../src/sandbox/generated/policies.ts';
import { recipes } from '../../src/sandbox/generated/recipes.ts';
import { execute, needsProgram, readersEnvironment } from '../programs.ts';
import { Client, until } from '../webhooks/client.ts';
import { blocksWith, blockWith } from './guide-blocks.ts';
import { canRun, interpreters } from './interpreters.ts';
import { Programs } from './programs.ts';
import { freshWorkspace, orderRecipe, WatchedMock } from './workspace.ts';

const sdks = join(root, 'sdks');
const moduleOf = (file: string): string => pathToFileURL(join(sdks, 'node/src', file)).href;
const ofRequests = recipes.filter(({ of }) => of === 'requests').map(({ name }) => name);
const ofWebhooks = recipes.filter(({ of }) => of === 'webhooks').map(({ name }) => name);

let mock: WatchedMock;
let folder = '';
beforeAll(async () => {
  mock = await WatchedMock.start();
  folder = await mkdtemp(join(tmpdir(), 'break-it-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

function codeOf(title: string): string {
  const block = blocksWith('survival').find((one) => one.title === title);
  return block?.code ?? expect.unreachable(`The guide does not show ${title}`);
}

const clientOf = (workspace: string) => new Client((request) => fetch(request), mock.url, `sk_test_${workspace}`);

/** Clears the recipe of a workspace. @returns whether a request has met it */
async function isMet(workspace: string): Promise<boolean> {
  const { count = 0 } = await clientOf(workspace).ask<{ count?: number }>('GET', '/_sandbox/faults');
  await clientOf(workspace).ask('PUT', '/_sandbox/faults', {});
  return count < 2;
}

async function contactsWith(workspace: string, email: string): Promise<{ id: string }[]> {
  return (await clientOf(workspace).ask<{ data: { id: string }[] }>('GET', `/v1/contacts?email=${email}`)).data;
}

describe('with curl', () => {
  needsProgram('curl', canRun('curl'));

  test('the command of the guide orders what it says', async (context) => {
    const workspace = freshWorkspace();
    const programs = await Programs.write('curl', { order: mock.adapted(blockWith('order').code, workspace) });
    const { exit, stdout, stderr } = await programs.run('order');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ recipe: 'lost-answer', count: 2 });
    await programs.expectNoComplaints(context);
    await programs.close();
  });
});

describe.concurrent('create-once.js makes one contact, and gets it, under', () => {
  test.for(ofRequests)('%s', { timeout: 60_000 }, async (recipe, { expect }) => {
    const workspace = freshWorkspace();
    await orderRecipe(mock.url, workspace, recipe, 2);
    const file = join(folder, `create-${recipe}.mjs`);
    const code = mock.adapted(codeOf('create-once.js'), workspace);
    await writeFile(file, `${code}\nconsole.log((await createOnce({ email: 'once@example.com' })).id);\n`);
    const env = { ORBINTO_API_KEY: `sk_test_${workspace}` };
    const outcome = await execute([process.execPath, '--throw-deprecation', file], { cwd: folder, env });
    expect(await isMet(workspace)).toBe(true);
    const made = await contactsWith(workspace, 'once@example.com');
    expect(outcome).toEqual({ exit: 0, stdout: `${made.map(({ id }) => id).join()}\n`, stderr: '' });
    expect(made).toHaveLength(1);
  });
});

/** The library as it lies in the repository. */
const places: Partial<Record<LanguageId, { adapted?: (code: string) => string; env?: Record<string, string> }>> = {
  javascript: { adapted: (code) => code.replace('@orbinto/node', moduleOf('orbinto.ts')) },
  python: { env: { PYTHONPATH: join(sdks, 'python/src') } },
  php: { adapted: (code) => code.replace('vendor/autoload.php', join(sdks, 'php/autoload.php')) },
  ruby: { env: { RUBYLIB: join(sdks, 'ruby/lib') } },
};

describe.concurrent.each(Object.keys(places) as LanguageId[])('the library for %s survives', (language) => {
  needsProgram(language, canRun(language));
  const { adapted = (code: string) => code, env } = places[language] ?? {};

  test.for(ofRequests)('%s', { timeout: 60_000 }, async (recipe, { expect }) => {
    const workspace = freshWorkspace();
    await orderRecipe(mock.url, workspace, recipe, 2);
    const { command, extension } = interpreters[language];
    const file = join(folder, `survive-${recipe}.${extension}`);
    const block = blocksWith('survival').find(({ sample }) => sample === language);
    await writeFile(file, `${adapted(block?.code ?? '')}\n`);
    const own = { ORBINTO_API_KEY: `sk_test_${workspace}`, ORBINTO_BASE_URL: `${mock.url}/v1` };
    const { exit, stdout, stderr } = await execute([...command, file], { cwd: folder, env: { ...env, ...own } });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: 'new.person@example.com\n', stderr: '' });
    expect(await isMet(workspace)).toBe(true);
    expect(await contactsWith(workspace, 'new.person@example.com')).toHaveLength(1);
  });
});

test('until-reset.js tells the time until the budget is back, though the clock of the answer is wrong', async () => {
  const workspace = freshWorkspace();
  await orderRecipe(mock.url, workspace, 'clock-skew');
  const file = join(folder, 'until-reset.mjs');
  await writeFile(file, codeOf('until-reset.js'));
  const { untilReset } = (await import(file)) as { untilReset: (response: Response) => number };
  const headers = { Authorization: `Bearer sk_test_${workspace}` };
  const response = await fetch(`${mock.url}/v1/operators`, { headers });
  expect(Date.parse(response.headers.get('Date') ?? '') - Date.now()).toBeGreaterThan(
    (recipeFigures.clock_skew_seconds - 60) * 1000,
  );
  const rest = untilReset(response);
  expect(rest).toBeGreaterThan(50_000);
  expect(rest).toBeLessThan(65_000);
});

describe('endpoint.js handles each event once, and ends in the newest state, under', () => {
  let endpoint: ChildProcess | undefined;

  async function start(secret: string, port: number): Promise<() => string[]> {
    const file = join(folder, 'endpoint.mjs');
    await writeFile(file, codeOf('endpoint.js').replace('@orbinto/node/webhooks', moduleOf('webhooks.ts')));
    const env = readersEnvironment({ ORBINTO_WEBHOOK_SECRET: secret, PORT: String(port) });
    endpoint = spawn(process.execPath, [file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    endpoint.stdout?.on('data', (chunk) => (printed += String(chunk)));
    await until(() =>
      fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: '{}' }).then(
        ({ status }) => status === 400,
        () => false,
      ),
    );
    return () => printed.split('\n').filter((line) => line !== '');
  }

  test.each(ofWebhooks)('%s', { timeout: 60_000 }, async (recipe) => {
    const workspace = freshWorkspace();
    const client = clientOf(workspace);
    const port = await freePort();
    const { id, secret } = await client.createWebhook(['contact.updated'], `http://127.0.0.1:${port}`);
    const { webhooks = [] } = (await orderRecipe(mock.url, workspace, recipe)) as {
      webhooks?: { id: string; secret: string }[];
    };
    const next = webhooks.find((webhook) => webhook.id === id)?.secret;
    const printed = await start([next, secret].filter((one) => one !== undefined).join(' '), port);
    try {
      await client.freeze();
      await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'First' });
      await client.advance(2);
      await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'Second' });
      await client.advance(recipeFigures.late_seconds + retries.timeout_seconds + retries.delays_seconds[0]);
      const deliveries = await client.deliveries();
      expect(deliveries.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
      expect(deliveries.some((delivery) => 'recipe' in delivery)).toBe(true);
      // An event that another has overtaken changes nothing any more.
      const overtaken = ['webhook-late', 'webhook-out-of-order', 'webhook-clock-skew'].includes(recipe);
      expect(printed()).toEqual(overtaken ? ['Second'] : ['First', 'Second']);
    } finally {
      endpoint?.kill();
      if (endpoint) await once(endpoint, 'close');
    }
  });
});
