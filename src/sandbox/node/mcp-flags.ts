import { parseKey } from '../keys.ts';
import { parseFlags, wholeNumber } from './flag-values.ts';
import type { Program } from './flags.ts';
import { MockError } from './mock-error.ts';

/** What `mcp` is to do. */
export interface McpFlags {
  /** Whose workspace the agent works in. */
  readonly key: string;
  readonly data?: string;
  readonly seed: number;
  readonly rateLimits: boolean;
  /** Set where the live API may be called. */
  readonly live?: { readonly key: string; readonly allowsDestructive: boolean };
}

/** In the environment only: arguments are seen by every program of a machine. */
const LIVE_KEY = 'ORBINTO_API_KEY';

const OPTIONS = {
  key: { type: 'string' },
  data: { type: 'string' },
  seed: { type: 'string' },
  'no-rate-limits': { type: 'boolean' },
  live: { type: 'boolean' },
  'allow-destructive': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function mcpUsageOf({ name }: Program): string {
  return `Usage: ${name} mcp [flags]

  --key sk_test_admin      key of the workspace that the agent works in
  --data FILE              file that keeps the changes (default none: memory)
  --seed N                 number that the seeded records are made from (default 1)
  --no-rate-limits         tell the limits, refuse nothing
  --live                   let the agent call the live API too, with the key in ${LIVE_KEY}
  --allow-destructive      with --live: let it delete there
  --help                   this text

A server of the Model Context Protocol on standard input and output: an agent starts it, and ends it by closing its input.
The sandbox over HTTP answers agents as well, on /mcp.`;
}

/**
 * @returns 'help' when that was asked for
 * @throws MockError in one line
 */
export function readMcpFlags(args: string[], environment: NodeJS.ProcessEnv): McpFlags | 'help' {
  const flags = parseFlags(args, OPTIONS);
  if (flags.help) return 'help';
  const { key = 'sk_test_admin', data, live = false, 'allow-destructive': allowsDestructive = false } = flags;
  if (!parseKey(key)) throw new MockError(`--key must be a key of the sandbox, such as sk_test_mycompany`);
  if (data === '') throw new MockError('--data must name a file');
  if (allowsDestructive && !live)
    throw new MockError('--allow-destructive is for --live: the sandbox allows everything');
  return {
    key,
    ...(data !== undefined && { data }),
    seed: wholeNumber('--seed', flags.seed ?? '1', 0xffffffff),
    rateLimits: !flags['no-rate-limits'],
    ...(live && { live: { key: liveKey(environment), allowsDestructive } }),
  };
}

/** @throws MockError that does not repeat what is there: it may be a key with a slip in it */
function liveKey(environment: NodeJS.ProcessEnv): string {
  const key = environment[LIVE_KEY]?.trim() ?? '';
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new MockError(`--live takes an API key from the environment: set ${LIVE_KEY}`);
}
