import { SEEDED_KEYS } from '../keys.ts';
import { readFlags, USAGE } from './flags.ts';
import { MockError, startMock } from './mock.ts';
import type { Mock, MockOptions } from './mock.ts';

/** The command: serves until a signal ends it. What keeps it from starting is told in one line, with exit code 1. */
export async function run(args: string[]): Promise<void> {
  try {
    await serve(args);
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function serve(args: string[]): Promise<void> {
  const options = readFlags(args);
  if (options === 'help') return console.log(USAGE);
  const mock = await startMock(options);
  console.log(greeting(mock, options));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mock.close().then(() => process.exit(0)));
  }
}

function greeting({ url }: Mock, { data, rateLimits, host, hostNames = [] }: MockOptions): string {
  return [
    `Orbinto sandbox on ${url}/v1`,
    ...(host === '0.0.0.0' || host === '::' ? [`It listens on every interface: ${reachedBy(hostNames)}.`] : []),
    `Keys: ${SEEDED_KEYS.join(', ')}`,
    `Any key like sk_test_mycompany opens a workspace of its own.`,
    data === undefined ? 'Changes are kept in memory.' : `Changes are kept in ${data}.`,
    ...(rateLimits === false ? ['Rate limits are told, not enforced.'] : []),
    `Try: curl ${url}/v1/conversations -H "Authorization: Bearer sk_test_admin"`,
  ].join('\n');
}

function reachedBy(hostNames: readonly string[]): string {
  const names = hostNames.length === 0 ? '--allow-host NAME lets others use a name' : `names: ${hostNames.join(', ')}`;
  return `other machines reach it by its address (${names})`;
}
