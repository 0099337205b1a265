import { parseArgs } from 'node:util';

export const usage = `Usage: npm run probe -- --target URL --out FILE [--site URL] [--badges DIR] [--receiver-url URL] [--receiver-port N] [--slow-ms N] [--timeout-ms N]
--target        where the API is: https://api.orbinto.com, or a sandbox such as http://127.0.0.1:4010
--out           the status feed, a JSON file; made where it is not there
--site          the documentation, checked too where it is told
--badges        a folder that an SVG of each service is written to; none unless told
--receiver-url  the address at which this machine takes webhooks; http://127.0.0.1 and a free port unless told
--receiver-port the port that it listens on for them
--slow-ms       a check that takes longer counts as degraded; 2000 unless told
--timeout-ms    a check that takes longer has failed; 10000 unless told
The API key is read from ORBINTO_API_KEY and needs the level admin. A sandbox on this machine needs none.
Exit code: 0 the feed was written, whatever it says; 1 it was not.`;

/** What is wrong with the command line or the file; the message is all that is told. */
export class UsageError extends Error {}

export interface ProbeOptions {
  target: string;
  key: string;
  out: string;
  site: string | undefined;
  /** A folder for the badges. */
  badges: string | undefined;
  receiverUrl: string | undefined;
  receiverPort: number;
  slowMs: number;
  timeoutMs: number;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  target: text,
  out: text,
  site: text,
  badges: text,
  'receiver-url': text,
  'receiver-port': text,
  'slow-ms': text,
  'timeout-ms': text,
  help: { type: 'boolean' },
} as const;

/** A workspace of the sandbox that nobody else uses, so that the probe's records and limits are its own. */
const SANDBOX_KEY = 'sk_test_statusprobe_admin_enterprise';

/** @returns undefined where help is asked for. @throws {UsageError} */
export function readArguments(args: string[], env: NodeJS.ProcessEnv): ProbeOptions | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  if (!values.target || !values.out) throw new UsageError(usage);
  const target = addressOf('--target', values.target);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(target).hostname);
  const key = env['ORBINTO_API_KEY'] ?? (isLocal ? SANDBOX_KEY : undefined);
  if (!key) throw new UsageError('ORBINTO_API_KEY is not set: the checks need an API key of the level admin.');
  return {
    target,
    key,
    out: values.out,
    site: values.site === undefined ? undefined : addressOf('--site', values.site),
    badges: values.badges,
    receiverUrl: values['receiver-url'] === undefined ? undefined : addressOf('--receiver-url', values['receiver-url']),
    receiverPort: numberOf('--receiver-port', values['receiver-port'] ?? '0'),
    slowMs: numberOf('--slow-ms', values['slow-ms'] ?? '2000'),
    timeoutMs: numberOf('--timeout-ms', values['timeout-ms'] ?? '10000'),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

function addressOf(flag: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new UsageError(`${flag} needs an address such as https://api.orbinto.com, not "${value}".`);
  return value.replace(/\/+$/, '');
}

function numberOf(flag: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`${flag} needs a whole number, not "${value}".`);
  return Number(value);
}
