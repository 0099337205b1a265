import { describe, expect, test } from 'vitest';
import { readFlags } from './flags.ts';

test('without flags the mock listens on 127.0.0.1:4010 and keeps its changes', () => {
  expect(readFlags([])).toEqual({
    port: 4010,
    host: '127.0.0.1',
    hostNames: [],
    data: '.orbinto/sandbox.db',
    seed: 1,
    rateLimits: true,
    trustProxy: false,
    corsOrigins: [],
    allowRemoteControl: false,
  });
});

test('takes every flag that is told', () => {
  const flags =
    '--port 4020 --host 0.0.0.0 --allow-host Mock --allow-host host.docker.internal. --memory --seed 7 --no-rate-limits --trust-proxy --cors-origin http://localhost:3000 --cors-origin https://a.example --allow-local-webhooks --allow-remote-control';
  expect(readFlags(flags.split(' '))).toEqual({
    port: 4020,
    host: '0.0.0.0',
    hostNames: ['mock', 'host.docker.internal'],
    seed: 7,
    rateLimits: false,
    trustProxy: true,
    corsOrigins: ['http://localhost:3000', 'https://a.example'],
    allowLocalWebhooks: true,
    allowRemoteControl: true,
  });
  expect(readFlags(['--data', 'x.db'])).toMatchObject({ data: 'x.db' });
  expect(readFlags(['--help'])).toBe('help');
});

describe('refuses in one line', () => {
  test.each([
    [['--prt', '1'], /Unknown option '--prt'/],
    [['--port'], /--port/],
    [['--port', 'x'], /--port must be a whole number from 0 to 65535, not 'x'/],
    [['--port', '70000'], /--port must be/],
    [['--seed', '-1'], /--seed/],
    [['--cors-origin', 'localhost:3000'], /--cors-origin must be an origin/],
    [['--cors-origin', 'http://a.example/path'], /--cors-origin must be an origin/],
    [['--allow-host', 'http://mock'], /--allow-host must be a name/],
    [['--allow-host', 'mock:4010'], /--allow-host must be a name/],
    [['--allow-host', ''], /--allow-host must be a name/],
    [['--memory', '--data', 'x'], /exclude each other/],
    [['extra'], /extra/],
  ])('%j', (args, message) => {
    expect(() => readFlags(args)).toThrow(message);
    expect(() => readFlags(args)).toThrow(/^[^\n]*$/);
  });
});
