import { expect, test } from 'vitest';
import { createTargetPolicy } from './target-policy.ts';

const OWN = 'https://app.example';
const asked = (origin?: string): Request =>
  ({
    url: 'http://localhost:4010/v1/webhooks',
    headers: new Headers(origin === undefined ? {} : { Origin: origin }),
  }) as Request;
const LOCAL = 'http://127.0.0.1:3000/in';

test.each<[allowsLocal: boolean | undefined, origin: string | undefined, isAllowed: boolean]>([
  [true, undefined, true],
  [true, OWN, true],
  [true, 'https://evil.example', false],
  [false, undefined, false],
  [undefined, OWN, false],
])(
  'with local webhooks %s, who asks from %s may have this machine sent to: %s',
  async (allowsLocal, origin, isAllowed) => {
    const { allows } = createTargetPolicy({
      controlOrigins: [OWN],
      ...(allowsLocal !== undefined && { localWebhooks: allowsLocal }),
    });
    expect(await allows(LOCAL, asked(origin))).toBe(isAllowed);
    expect(await allows('https://hooks.example.com/', asked(origin))).toBe(true);
    expect(await allows('no URL', asked(origin))).toBe(false);
  },
);

test('a name is looked up where that can be done, and refused where it leads to a private address', async () => {
  const names: string[] = [];
  const resolve = (name: string) => {
    names.push(name);
    return Promise.resolve(name.startsWith('inner') ? ['93.184.216.34', '10.0.0.1'] : ['93.184.216.34']);
  };
  const { allows } = createTargetPolicy({ resolve });
  expect(await allows('https://hooks.acme-shop.org/', asked())).toBe(true);
  expect(await allows('https://inner.acme-shop.org/', asked())).toBe(false);
  expect(await allows(LOCAL, asked())).toBe(false);
  expect(names).toEqual(['hooks.acme-shop.org', 'inner.acme-shop.org']);
});
