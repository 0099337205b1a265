import { expect, test } from 'vitest';
import type { ApiRequest } from '../api-request.ts';
import { faultOf } from '../check-arguments.ts';
import { listDeliveriesTool } from './list-deliveries.ts';

/** What the tool asks for, and what it makes of the answer. */
async function list(given: Record<string, unknown>, answer: Response = Response.json({ data: [] })) {
  const asked: ApiRequest[] = [];
  const tool = listDeliveriesTool((request) => {
    asked.push(request);
    return Promise.resolve(answer);
  });
  return { asked, result: await tool.call(given) };
}

test.each<[Record<string, unknown>, string]>([
  [{}, '/deliveries?limit=10'],
  [{ limit: 3 }, '/deliveries?limit=3'],
  [{ event: 'contact.created' }, '/deliveries?limit=10&event=contact.created'],
  [{ status: 'failed', limit: 1 }, '/deliveries?limit=1&status=failed'],
  [{ id: 'dlv_1' }, '/deliveries/dlv_1'],
  [{ id: 'a/../b?c', event: 'contact.created' }, '/deliveries/a%2F..%2Fb%3Fc'],
])('%j asks for %s', async (given, target) => {
  expect((await list(given)).asked).toEqual([{ method: 'GET', target }]);
});

const delivery = {
  id: 'dlv_1',
  status: 'failed',
  attempts: [
    { started_at: 'then', request: { body: '{}' }, response: { status: 500, body: 'No.' }, error: { code: 'x' } },
    { started_at: 'later', request: { body: '{}' }, response: null, error: null },
  ],
};

test('a list tells of each attempt when it was and what came of it; one delivery is told whole', async () => {
  const told = async (given: object, body: unknown) => {
    const { text } = (await list({ ...given }, Response.json(body))).result;
    return JSON.parse(text.split('\n')[1] ?? '') as unknown;
  };
  expect(await told({}, { data: [delivery] })).toEqual([
    {
      id: 'dlv_1',
      status: 'failed',
      attempts: [
        { started_at: 'then', status: 500, error: { code: 'x' } },
        { started_at: 'later', status: null, error: null },
      ],
    },
  ]);
  expect(await told({ id: 'dlv_1' }, delivery)).toEqual(delivery);
});

test('a refusal is told as it is', async () => {
  const { result } = await list({}, Response.json({ error: { code: 'not_found' } }, { status: 404 }));
  expect(result).toEqual({
    isError: true,
    text: expect.stringMatching(/^HTTP 404 from the sandbox.*\n\{"error":\{"code":"not_found"\}\}$/) as string,
  });
});

test('an agent may ask for one status of three, and for 50 deliveries at most', () => {
  const { definition } = listDeliveriesTool(() => expect.unreachable());
  const fault = (given: object) => faultOf('list_deliveries', definition.inputSchema, { ...given });
  for (const status of ['pending', 'delivered', 'failed'])
    expect(fault({ status, limit: 50, id: 'x' })).toBeUndefined();
  expect(fault({ status: 'lost' })).toBe("'status' of list_deliveries must be one of pending, delivered, failed.");
  expect(fault({ limit: 51 })).toBe("'limit' of list_deliveries must be a whole number from 1 to 50.");
});
