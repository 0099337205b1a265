/** Sandboxes that are wrong in one way: what proves that the sandbox keeps a promise has to notice each. */
import type { PrivateSandbox } from '../src/sandbox/browser.ts';

export type Break = (sandbox: PrivateSandbox) => PrivateSandbox;

/** Sends another request than the one that was meant. */
export const asking =
  (change: (request: Request) => Request): Break =>
  (sandbox) => ({ ...sandbox, fetch: (request) => sandbox.fetch(change(request)) });

/** Changes the text of answers to some requests. @param to told by method and address: `GET http://…` */
export const answering =
  (to: RegExp, change: (text: string) => string): Break =>
  (sandbox) => ({
    ...sandbox,
    fetch: async (request) => {
      const response = await sandbox.fetch(request);
      if (!to.test(nameOf(request))) return response;
      const { status, headers } = response;
      return new Response(change(await response.text()), { status, headers });
    },
  });

/** Answers some requests as if they had been carried out. */
export const ignoring =
  (what: RegExp, status = 200): Break =>
  (sandbox) => ({
    ...sandbox,
    fetch: (request) =>
      what.test(nameOf(request))
        ? Promise.resolve(new Response(status === 204 ? null : '{}', { status }))
        : sandbox.fetch(request),
  });

/** Changes the key that is sent. */
export const withKey = (from: RegExp, to: string): Break =>
  asking((request) => {
    const changed = new Request(request);
    changed.headers.set('Authorization', (request.headers.get('Authorization') ?? '').replace(from, to));
    return changed;
  });

/** Takes from the budget of another plan. */
export const withKeyOf = (plan: string): Break => withKey(/_[a-z]+$/, `_${plan}`);

/** Time that passes at half the speed: what should have ended has not. */
export const slow: Break = (sandbox) => ({
  ...sandbox,
  advance: (milliseconds) => sandbox.advance(milliseconds / 2),
});

/** Accepts everything: a refusal becomes the answer that there would have been. */
export const lenient: Break = (sandbox) => ({
  ...sandbox,
  fetch: async (request) => {
    const response = await sandbox.fetch(request);
    return response.ok || request.method === 'PUT' ? response : new Response('{"data":[]}', { status: 201 });
  },
});

function nameOf({ method, url }: Request): string {
  return `${method} ${url}`;
}
