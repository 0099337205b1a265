import { expect, test } from 'vitest';
import { limits } from '../generated/policies.ts';
import type { Client, RequestContext } from '../http/request-context.ts';
import { NO_BODY } from './body.ts';
import { readUnaskedBody, refuseUnaskedBody } from './unasked-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function sent(method: string, body: string | null, headers: Record<string, string> = {}, client: Client = {}) {
  const request = new Request('http://sandbox/v1/contacts', { method, body, headers });
  return readUnaskedBody({ request, client } as RequestContext);
}

/** As a server hands a GET on: it alone has the body. */
function overHttp(method: string, body: string, headers: Record<string, string>) {
  const asked: number[] = [];
  const readBody = (limit: number) => {
    asked.push(limit);
    return Promise.resolve(bytes(body));
  };
  return { body: sent(method, null, headers, { address: '127.0.0.1', readBody }), asked };
}

test('inside a page a request has the body that it has', async () => {
  expect(await sent('DELETE', null)).toBe(NO_BODY);
  expect(await sent('DELETE', ' \n')).toBe(NO_BODY);
  expect(await sent('DELETE', ' {"a":1} ')).toEqual({ text: '{"a":1}', value: { a: 1 } });
  expect(await sent('DELETE', '{"a"')).toEqual({ text: '{"a"', value: '{"a"' });
});

test.each(['GET', 'HEAD'])(
  'over HTTP the server reads the body of a %s, where the headers tell of one',
  async (method) => {
    for (const headers of [{ 'Content-Length': '1' }, { 'Transfer-Encoding': 'chunked' }] as Record<string, string>[]) {
      const { body, asked } = overHttp(method, '7', headers);
      expect(await body).toEqual({ text: '7', value: 7 });
      expect(asked).toEqual([limits.body_bytes + 1]);
    }
    for (const headers of [{}, { 'Content-Length': '0' }] as Record<string, string>[]) {
      const { body, asked } = overHttp(method, '7', headers);
      expect(await body).toBe(NO_BODY);
      expect(asked).toEqual([]);
    }
  },
);

test('over HTTP other methods have their body in the request', async () => {
  const headers = { 'Content-Length': '1' };
  expect(await sent('DELETE', '7', headers, { address: '127.0.0.1' })).toEqual({ text: '7', value: 7 });
  expect(await sent('DELETE', null, { 'Content-Length': '0' }, { address: '127.0.0.1' })).toBe(NO_BODY);
});

test('of exactly the limit it is read, and one byte more is a 413', async () => {
  const text = 'x'.repeat(limits.body_bytes);
  const headers = { 'Content-Length': '1' };
  expect(await overHttp('GET', text, headers).body).toEqual({ text, value: text });
  await expect(overHttp('GET', `${text}x`, headers).body).rejects.toMatchObject({ status: 413 });
  await expect(sent('DELETE', `${text}x`)).rejects.toMatchObject({ status: 413 });
});

test('what says nothing is taken; a member is refused by its name, and any other value as a body', () => {
  const refused = (text: string) => () => refuseUnaskedBody({ text, value: JSON.parse(text) as unknown });
  expect(() => refuseUnaskedBody(NO_BODY)).not.toThrow();
  expect(refused('{}')).not.toThrow();
  expect(refused('{"a":1,"b":2}')).toThrow(expect.objectContaining({ code: 'unknown_parameter', param: 'a' }) as Error);
  for (const text of ['[]', '[1]', 'null', '7', '"a"', 'false'])
    expect(refused(text), text).toThrow(
      expect.objectContaining({
        code: 'unknown_parameter',
        param: undefined,
        message: 'This operation takes no request body.',
      }) as Error,
    );
});
