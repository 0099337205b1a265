import { hostOf } from '../checks/host.ts';
import { originOf, parseFlags, wholeNumber } from './flag-values.ts';
import { MockError } from './mock-error.ts';
import type { MockOptions } from './mock.ts';

/** Where a mock in a clone keeps its changes unless told otherwise; from the folder it is started in. */
export const DEFAULT_DATA = '.orbinto/sandbox.db';

/** How the sandbox was started. */
export interface Program {
  /** What the reader typed, flags left out. */
  readonly name: string;
  /** Where changes are kept unless told otherwise; in memory when omitted. */
  readonly data?: string;
  readonly version?: string;
  /** The pages that agents read: a site's `llms-full.txt`, or the same as `.br`. */
  readonly pages?: URL;
}

/** In a clone of the repository. */
export const MOCK: Program = { name: 'npm run mock --', data: DEFAULT_DATA };

/** What the flags ask for. */
export interface Flags extends MockOptions {
  readonly host: string;
  readonly port: number;
  /** True: one line of JSON tells that it listens, in the place of text. */
  readonly json?: true;
  /** True: nothing is started; the one that runs is asked whether it answers. */
  readonly check?: true;
}

export function usageOf({ name, data, version }: Program): string {
  return `Usage: ${name} [flags]

  --port 4010              port to listen on; 0 takes any that is free
  --host 127.0.0.1         address to listen on
  --allow-host NAME        name that it may be reached by, e.g. host.docker.internal (repeatable)
  --data FILE              file that keeps the changes (default ${data ?? 'none: memory'})
  --memory                 keep changes in memory only
  --seed N                 number that the seeded records are made from (default 1)
  --no-rate-limits         tell the limits, refuse nothing
  --trust-proxy            believe X-Forwarded-Proto and X-Forwarded-For
  --cors-origin ORIGIN     origin whose pages may use /_sandbox (repeatable)
  --allow-local-webhooks   deliver webhooks to this machine (on when bound to loopback)
  --allow-remote-control   let other machines use /_sandbox
  --json                   when it listens, print {"url", "control", "pid"} in one line and nothing else
  --check                  ask the one that runs, at --host and --port, whether it answers, and end
${version === undefined ? '' : '  --version                print the version\n'}  --help                   this text

It runs until a signal ends it, with exit code 0. If it cannot start, one line says why, with exit code 1;
so it is with --check where no sandbox answers.

'${name} mcp' is the sandbox for an agent that starts it; 'mcp --help' lists its flags.`;
}

/** What there is to say. */
const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  data: { type: 'string' },
  memory: { type: 'boolean' },
  seed: { type: 'string' },
  'no-rate-limits': { type: 'boolean' },
  'trust-proxy': { type: 'boolean' },
  'cors-origin': { type: 'string', multiple: true },
  'allow-local-webhooks': { type: 'boolean' },
  'allow-remote-control': { type: 'boolean' },
  json: { type: 'boolean' },
  check: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the flags of the sandbox.
 * @returns 'help' or 'version' when that was asked for
 * @throws MockError in one line
 */
export function readFlags(args: string[], { data, version }: Program = MOCK): Flags | 'help' | 'version' {
  const flags = parseFlags(args, OPTIONS);
  if (flags.help) return 'help';
  if (flags.version && version !== undefined) return 'version';
  if (flags.version) throw new MockError("Unknown option '--version' (--help lists the flags)");
  if (flags.memory && flags.data !== undefined) throw new MockError('--memory and --data exclude each other');
  if (flags.check && flags.port === '0') throw new MockError('--check takes the port of the one that runs, not 0');
  if (flags.data === '') throw new MockError('--data must name a file');
  const file = flags.memory ? undefined : (flags.data ?? data);
  return {
    port: wholeNumber('--port', flags.port ?? '4010', 65535),
    host: flags.host ?? '127.0.0.1',
    hostNames: (flags['allow-host'] ?? []).map(hostName),
    ...(file !== undefined && { data: file }),
    seed: wholeNumber('--seed', flags.seed ?? '1', 0xffffffff),
    rateLimits: !flags['no-rate-limits'],
    trustProxy: flags['trust-proxy'] ?? false,
    corsOrigins: (flags['cors-origin'] ?? []).map((text) => originOf('--cors-origin', text, 'http://localhost:3000')),
    ...(flags['allow-local-webhooks'] ? { allowLocalWebhooks: true } : {}),
    allowRemoteControl: flags['allow-remote-control'] ?? false,
    ...(flags.json && { json: true }),
    ...(flags.check && { check: true }),
  };
}

/** The name as `hostOf` gives it. */
function hostName(text: string): string {
  const host = /[:[\]]/.test(text) ? undefined : hostOf(text);
  if (host) return host;
  throw new MockError(`--allow-host must be a name such as host.docker.internal, not '${text}'`);
}
