import { expect, test } from 'vitest';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { preparations } from '../../src/site/runnable/preparations.ts';
import { blocksOf } from '../samples/blocks.ts';

const { errors, limits } = await loadPolicies();
const blocks = blocksOf('errors').filter(({ runnable }) => runnable !== undefined);

test('each error of the catalogue that has a trigger can be run there, and no other', () => {
  const triggered = errors.filter(({ trigger }) => trigger).map(({ code }) => code);
  expect(blocks.map(({ section }) => section)).toEqual(triggered);
  expect(triggered.length).toBeGreaterThan(24);
});

test.each(blocks)('$section is what its block is answered, in a sandbox of its own', async ({ section, runnable }) => {
  if (!runnable?.isApart) expect.unreachable();
  const sandbox = createSandbox();
  for (const request of preparations(runnable)) expect((await sandbox.fetch(request)).status).toBeLessThan(300);
  const { method, target, headers, body } = runnable;
  const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]), body };
  const response = await sandbox.fetch(new Request(`http://sandbox/v1${target}`, init));
  const { status, type } = errors.find(({ code }) => code === section) ?? expect.unreachable();
  expect(response.status).toBe(runnable.status);
  expect(await response.json()).toMatchObject({ error: { code: section, status, type } });
  await sandbox.close();
});

test('one webhook more than there may be is one that is there, and as many as come first, and this one', () => {
  const block = blocks.find(({ section }) => section === 'webhook_limit_reached') ?? expect.unreachable();
  expect((block.runnable?.before?.times ?? 0) + 1).toBe(limits.webhooks_per_workspace);
});
