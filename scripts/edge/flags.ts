import { originOf, parseFlags, wholeNumber } from '../../src/sandbox/node/flag-values.ts';

export const USAGE = `Usage: npm run edge -- [flags]

  --port 8787              port to listen on
  --host 127.0.0.1         address to listen on
  --data FOLDER            where the workspaces are kept (default .orbinto/edge/data)
  --origin ORIGIN          origin of a site whose pages may control workspaces (repeatable)
  --no-rate-limits         tell the limits, refuse nothing
  --no-opening-limit       let an address open as many workspaces as it has keys for
  --trust-proxy            believe X-Forwarded-Proto and X-Forwarded-For
  --allow-local-webhooks   deliver webhooks to this machine, too
  --help                   this text`;

export interface EdgeFlags {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly origins: readonly string[];
  readonly rateLimits: boolean;
  readonly openingLimit: boolean;
  readonly trustProxy: boolean;
  readonly allowLocalWebhooks: boolean;
}

/** What there is to say. */
const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  origin: { type: 'string', multiple: true },
  'no-rate-limits': { type: 'boolean' },
  'no-opening-limit': { type: 'boolean' },
  'trust-proxy': { type: 'boolean' },
  'allow-local-webhooks': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the flags of the hosted sandbox.
 * @returns 'help' when the usage was asked for
 * @throws in one line
 */
export function readEdgeFlags(args: string[]): EdgeFlags | 'help' {
  const flags = parseFlags(args, OPTIONS);
  if (flags.help) return 'help';
  return {
    port: wholeNumber('--port', flags.port ?? '8787', 65_535),
    host: flags.host ?? '127.0.0.1',
    ...(flags.data !== undefined && { data: flags.data }),
    origins: (flags.origin ?? []).map((text) => originOf('--origin', text, 'https://developers.example.com')),
    rateLimits: !flags['no-rate-limits'],
    openingLimit: !flags['no-opening-limit'],
    trustProxy: flags['trust-proxy'] ?? false,
    allowLocalWebhooks: flags['allow-local-webhooks'] ?? false,
  };
}
