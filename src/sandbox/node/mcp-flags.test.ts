import { expect, test } from 'vitest';
import { readMcpFlags } from './mcp-flags.ts';

const KEY = { ORBINTO_API_KEY: ' sk_live_abc\n' };

test('the live API is out of reach until flag and key are there', () => {
  expect(readMcpFlags([], KEY)).not.toHaveProperty('live');
  expect(readMcpFlags(['--live'], KEY)).toMatchObject({ live: { key: 'sk_live_abc', allowsDestructive: false } });
  expect(readMcpFlags(['--live', '--allow-destructive'], KEY)).toMatchObject({ live: { allowsDestructive: true } });
});

test.each([
  [['--live'], {}, '--live takes an API key from the environment: set ORBINTO_API_KEY'],
  [['--live'], { ORBINTO_API_KEY: 'a b' }, '--live takes an API key from the environment: set ORBINTO_API_KEY'],
  [['--live', '--key', 'x'], KEY, '--key must be a key of the sandbox, such as sk_test_mycompany'],
  [['--allow-destructive'], KEY, '--allow-destructive is for --live: the sandbox allows everything'],
  [['--data', ''], {}, '--data must name a file'],
  [['--prot'], {}, "Unknown option '--prot' (--help lists the flags)"],
])('%j with %j is refused in one line', (flags, environment, line) => {
  expect(() => readMcpFlags(flags, environment)).toThrow(line);
});
