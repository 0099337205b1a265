import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run edge -- [flags]

  --port 8787              port to listen on
  --host 127.0.0.1         address to listen on
  --data FOLDER            where the workspaces are kept (default .orbinto/edge/data)
  --origin ORIGIN          origin of a site whose pages may control workspaces (repeatable)
  --no-rate-limits         tell the limits, refuse nothing
  --trust-proxy            believe X-Forwarded-Proto and X-Forwarded-For
  --allow-local-webhooks   deliver webhooks to this machine, too
  --help                   this text`;

export interface EdgeFlags {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly origins: readonly string[];
  readonly rateLimits: boolean;
  readonly trustProxy: boolean;
  readonly allowLocalWebhooks: boolean;
}

/**
 * Reads the flags of the hosted sandbox.
 * @returns 'help' when the usage was asked for
 * @throws in one line
 */
export function readEdgeFlags(args: string[]): EdgeFlags | 'help' {
  const flags = parse(args);
  if (flags.help) return 'help';
  return {
    port: port(flags.port ?? '8787'),
    host: flags.host ?? '127.0.0.1',
    ...(flags.data !== undefined && { data: flags.data }),
    origins: (flags.origin ?? []).map(origin),
    rateLimits: !flags['no-rate-limits'],
    trustProxy: flags['trust-proxy'] ?? false,
    allowLocalWebhooks: flags['allow-local-webhooks'] ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'no-rate-limits': { type: 'boolean' },
        'trust-proxy': { type: 'boolean' },
        'allow-local-webhooks': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\n|\. /, 1)[0] : String(error);
    throw new Error(`${reason ?? 'Wrong flags'} (--help lists the flags)`, { cause: error });
  }
}

function port(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 65_535) return value;
  throw new Error(`--port must be a whole number from 0 to 65535, not '${text}'`);
}

function origin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Error(`--origin must be an origin such as https://developers.example.com, not '${text}'`);
}
