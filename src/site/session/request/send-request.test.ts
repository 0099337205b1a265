import { afterEach, describe, expect, it, vi } from 'vitest';
import { environments } from '../environments.ts';
import { sendRequest } from './send-request.ts';

const request = {
  method: 'GET',
  url: 'http://127.0.0.1:4010/v1/contacts',
  headers: [['Authorization', 'Bearer k']] as [string, string][],
};
const { mock } = environments;
const answer = (respond: (request: Request) => Response | Promise<Response>) =>
  vi.stubGlobal('fetch', (sent: Request) => Promise.resolve(respond(sent)));
const run = (signal = new AbortController().signal) => sendRequest(request, mock, signal);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('sendRequest', () => {
  it('tells status, headers, size and text of an answer', async () => {
    answer(
      () =>
        new Response('{"a":"ü"}', {
          status: 201,
          headers: { 'Content-Type': 'application/json; charset=utf-8', 'X-Request-Id': 'req_1' },
        }),
    );
    expect(await run()).toMatchObject({
      kind: 'response',
      status: 201,
      mediaType: 'application/json',
      size: 10,
      text: '{"a":"ü"}',
    });
  });

  it('takes UTF-8 with a NUL in it for bytes: no text has one', async () => {
    answer(() => new Response('PK\0\u0003'));
    expect(await run()).toMatchObject({ kind: 'response', size: 4, text: undefined });
  });

  it('takes bytes that are no text for what they are', async () => {
    answer(() => new Response(new Uint8Array([0xff, 0xfe, 0])));
    expect(await run()).toMatchObject({ kind: 'response', size: 3, text: undefined });
  });

  it('sends the request as it was made', async () => {
    let sent: Request | undefined;
    answer((made) => {
      sent = made;
      return new Response(null, { status: 204 });
    });
    expect(await run()).toMatchObject({ status: 204, size: 0, text: '' });
    expect(sent?.url).toBe(request.url);
    expect(sent?.headers.get('authorization')).toBe('Bearer k');
  });

  it('ends when it is stopped', async () => {
    const controller = new AbortController();
    answer(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const running = run(controller.signal);
    controller.abort(new DOMException('Stopped', 'AbortError'));
    expect(await running).toMatchObject({ kind: 'failure', failure: { reason: 'aborted' } });
  });

  it('turns a request that cannot be made into an outcome', async () => {
    expect(await sendRequest({ ...request, method: 'TRACE' }, mock, new AbortController().signal)).toMatchObject({
      kind: 'failure',
      failure: { reason: 'invalid' },
    });
  });

  it('turns a closed port into an outcome', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    vi.stubGlobal('navigator', { onLine: true });
    vi.stubGlobal('location', new URL('http://localhost:4321/'));
    expect(await run()).toMatchObject({ kind: 'failure', failure: { reason: 'not-running', command: 'npm run mock' } });
  });
});
