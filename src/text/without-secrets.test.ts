import { describe, expect, test } from 'vitest';
import { isSecret, isSecretName, withoutSecretText } from './without-secrets.ts';

describe('a secret is taken out whole, and nothing else:', () => {
  test.each([
    ['sk_live_abc123, next', ', next'],
    ['pk_test_A_1 rk_live_2.', ' .'],
    ['at_live_a.b~c-d! rt_test_x cs_live_y', '!  '],
    ['whsec_Ab+/=-9;', ';'],
    ['Authorization: Bearer abc.def_~+/=-g', 'Authorization: '],
    ['basic  dXNlcjpwYXNz', ''],
    ['eyJhbGci.eyJz-dWI_.sig-_1 eyJh.eyJz.', ' '],
  ])('%s', (text, rest) => {
    expect(withoutSecretText(text)).toBe(rest);
    expect(isSecret('q', text)).toBe(true);
  });

  test.each(['sk_prod_1', 'task_live_1', 'Bearer abc', 'a bearer of news', 'eyJhbGci.only', 'whsec_', 'at_live_'])(
    '%s is none',
    (text) => {
      expect(withoutSecretText(text)).toBe(text);
      expect(isSecret('q', text)).toBe(false);
    },
  );
});

describe('the value of a name that says so is taken out', () => {
  test.each([
    ['{"clientSecret" : "a\\"b", "name": "c"}', '{"clientSecret" : "", "name": "c"}'],
    ['{"api_key":"a","apiKey":"b","API-KEY":"c"}', '{"api_key":"","apiKey":"","API-KEY":""}'],
    ['{"secret":"","token":1,"a":"token"}', '{"secret":"","token":1,"a":"token"}'],
    ['<a><password kind="x">p</password><b>c</b></a>', '<a><password kind="x"></password><b>c</b></a>'],
    [' <a my:token-id=\'t\' b = "c" passwd = "p"/>', ' <a my:token-id="" b = "c" passwd = ""/>'],
  ])('%s', (text, rest) => {
    expect(withoutSecretText(text)).toBe(rest);
  });

  test.each([
    'Password',
    'passwd',
    'client_secret',
    'X-Token',
    'apikey',
    'api_key',
    'Api-Key',
    'Authorization',
    'Cookie',
  ])('%s is such a name', (name) => {
    expect(isSecretName(name)).toBe(true);
    expect(isSecret(name, '')).toBe(true);
  });

  test.each(['name', 'api', 'key', 'pass'])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
