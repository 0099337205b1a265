import { expect, test } from 'vitest';
import { secretVariables } from './secret-variables.ts';

const apiKey = (id: string) => ({ id, type: 'apiKey' as const });
const http = (id: string, scheme: string) => ({ id, type: 'http' as const, scheme });

test('where all samples need one scheme, its variable is the one that is asked for', () => {
  const variable = secretVariables([{ security: [{ key: [] }, { other: [] }] }, { security: [] }], 'ACME_KEY');
  expect(variable(apiKey('key'))).toBe('ACME_KEY');
});

test('where they need several, each has its own, and none is one of the shell’s', () => {
  const schemes = [
    apiKey('appId'),
    apiKey('app_key'),
    http('user', 'bearer'),
    http('login', 'basic'),
    http('old', 'digest'),
    apiKey('PATH'),
    apiKey('api_key_2'),
  ];
  const security = [Object.fromEntries(schemes.map(({ id }) => [id, []]))];
  const variable = secretVariables([{ security }], 'API_KEY');
  expect(schemes.map(variable)).toEqual([
    ...['APP_ID', 'APP_KEY', 'USER_TOKEN', 'LOGIN_CREDENTIALS', 'OLD_CREDENTIALS', 'PATH_KEY'],
    'API_KEY_2_KEY',
  ]);
});

test('names that would meet, or hold no letter of a variable, differ', () => {
  const schemes = [apiKey('api-key'), apiKey('apiKey'), apiKey('ключ'), apiKey('日本'), apiKey('2fa')];
  const security = [Object.fromEntries(schemes.map(({ id }) => [id, []]))];
  const variable = secretVariables([{ security }], 'API_KEY');
  const names = schemes.map(variable);
  expect(new Set(names).size).toBe(5);
  for (const name of names) expect(name).toMatch(/^[A-Z][A-Z\d_]*$/);
  expect(schemes.map(variable)).toEqual(names);
});
