import { expect, test } from 'vitest';
import { operations } from './contract.ts';
import { exampleRequest } from './requests.ts';
import { openMemory, openMock, openTransport } from './transports.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import type { Transport } from './transports.ts';

const key = 'sk_test_samewhere1';

/** All examples in the order of the spec, then all lists: what a reader can see of the state. */
async function play(open: () => Promise<Transport>): Promise<string[]> {
  const sandbox = await open();
  const answers: string[] = [];
  const send = async (request: Request) => {
    const text = await (await sandbox.send(request)).text();
    // Secrets are truly random, on purpose.
    answers.push(text.replace(/whsec_[^"]+/, 'whsec_'));
  };
  for (const operation of operations) await send(exampleRequest(operation, sandbox.base, { key }));
  sandbox.rest();
  for (const operation of operations.filter(({ method }) => method === 'get')) {
    await send(exampleRequest(operation, sandbox.base, { key }));
  }
  await sandbox.close();
  return answers;
}

const hosted = ['hosted on workerd', () => openTransport()] as const;
const [name, open] = isOnWorkerd ? hosted : (['with SQLite', openMock] as const);

test(`the same requests give the same answers, ids included, in memory and over HTTP, ${name}`, async () => {
  const inMemory = await play(openMemory);
  expect(await play(open)).toEqual(inMemory);
  expect(inMemory.some((text) => text.includes('"con_k'))).toBe(true);
});
