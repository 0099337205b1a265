import { describe, expect, test } from 'vitest';
import { MOCK, readFlags, usageOf } from './flags.ts';

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
  expect(readFlags(['--data', 'x.db', '--json'])).toMatchObject({ data: 'x.db', json: true });
  expect(readFlags(['--check'])).toMatchObject({ check: true, host: '127.0.0.1', port: 4010 });
  expect(readFlags(['--port', '65535'])).toMatchObject({ port: 65535 });
  expect(readFlags(['--help'])).toBe('help');
});

const PACKAGE = { name: 'npx @orbinto/sandbox', version: '1.2.3' };

test('the package keeps its changes in memory, unless it is given a file', () => {
  expect(readFlags([], PACKAGE)).not.toHaveProperty('data');
  expect(readFlags(['--memory'], PACKAGE)).not.toHaveProperty('data');
  expect(readFlags(['--data', 'x.db'], PACKAGE)).toMatchObject({ data: 'x.db' });
});

test('the package has a version to tell, and a clone has none', () => {
  expect(readFlags(['--version'], PACKAGE)).toBe('version');
  expect(() => readFlags(['--version'])).toThrow(/^Unknown option '--version'/);
});

test('the usage names the program as it was started, every flag, and the exit codes', () => {
  expect(usageOf(MOCK)).toMatch(/^Usage: npm run mock -- \[flags\]\n/);
  expect(usageOf(MOCK)).toContain('(default .orbinto/sandbox.db)');
  expect(usageOf(MOCK)).not.toContain('--version');
  const usage = usageOf(PACKAGE);
  expect(usage).toMatch(/^Usage: npx @orbinto\/sandbox \[flags\]\n/);
  expect(usage).toContain('(default none: memory)');
  for (const flag of ['--port', '--json', '--check', '--version', '--allow-remote-control'])
    expect(usage).toContain(`\n  ${flag} `);
  expect(usage).toMatch(/exit code 0.*exit code 1/s);
});

describe('refuses in one line', () => {
  test.each([
    [['--prt', '1'], /Unknown option '--prt'/],
    [['--port'], /--port/],
    [['--port', 'x'], /--port must be a whole number from 0 to 65535, not 'x'/],
    [['--port', '65536'], /--port must be/],
    [['--port', '80x'], /--port must be/],
    [['--port', 'x80'], /--port must be/],
    [['--port', '0x50'], /--port must be/],
    [['--seed', '-1'], /--seed/],
    [['--cors-origin', 'localhost:3000'], /--cors-origin must be an origin/],
    [['--cors-origin', 'http://a.example/path'], /--cors-origin must be an origin/],
    [['--allow-host', 'http://mock'], /--allow-host must be a name/],
    [['--allow-host', 'mock:4010'], /--allow-host must be a name/],
    [['--allow-host', ''], /--allow-host must be a name/],
    [['--memory', '--data', 'x'], /exclude each other/],
    [['--data', ''], /--data must name a file/],
    [['--json=yes'], /--json/],
    [['--check', '--port', '0'], /--check takes the port/],
    [['extra'], /extra/],
  ])('%j', (args, message) => {
    expect(() => readFlags(args)).toThrow(message);
    expect(() => readFlags(args)).toThrow(/^[^\n]*$/);
  });
});
