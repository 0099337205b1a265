import { expect, test } from 'vitest';
import { createLibrary } from './library.ts';
import { liveApi } from './live-api.ts';
import { callLiveTool } from './tools/call-api.ts';

const KEY = 'sk_live_abc';

/** The tool, and what reaches the live API by it. */
function live(allowsDestructive = false, answer: () => Promise<Response> = () => Promise.resolve(Response.json({}))) {
  const sent: Request[] = [];
  const send = liveApi(KEY, (request) => {
    sent.push(request);
    return answer();
  });
  return { sent, tool: callLiveTool(createLibrary(), send, allowsDestructive) };
}

test('a live call goes to the live API with the key of the environment, and follows no redirect', async () => {
  const { sent, tool } = live();
  await tool.call({ operationId: 'getContact', parameters: { id: 'con_a/../b?c' } });
  expect(sent.map(({ url, redirect }) => [url, redirect])).toEqual([
    ['https://api.orbinto.com/v1/contacts/con_a%2F..%2Fb%3Fc', 'error'],
  ]);
  expect(sent[0]?.headers.get('Authorization')).toBe(`Bearer ${KEY}`);
});

test('what deletes does not reach it unless that was allowed', async () => {
  const refused = live();
  const deletes = { operationId: 'deleteContact', parameters: { id: 'con_abc123' } };
  await expect(refused.tool.call(deletes)).rejects.toThrow(
    'deleteContact deletes live data: the server was started without --allow-destructive.',
  );
  expect(refused.sent).toEqual([]);
  const allowed = live(true);
  await allowed.tool.call(deletes);
  expect(allowed.sent.map(({ method }) => method)).toEqual(['DELETE']);
});

test('an agent is warned of it: it writes, it may destroy, and it reaches others', () => {
  expect(live().tool.definition).toMatchObject({
    name: 'call_live',
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
  });
});

test('no answer is told in one line that holds no key', async () => {
  const { tool } = live(false, () => Promise.reject(new TypeError('fetch failed')));
  await expect(tool.call({ operationId: 'listContacts' })).rejects.toThrow(
    /^No answer came from the live API: fetch failed Whether the request was carried out is not known\.$/,
  );
});
