/** The sandbox over HTTP: `node src/sandbox/node.ts --port 4010`. */
import { SEEDED_KEYS } from './keys.ts';
import { readFlags, USAGE } from './node/flags.ts';
import { MockError, startMock } from './node/mock.ts';
import type { Mock, MockOptions } from './node/mock.ts';

export { startMock } from './node/mock.ts';

async function main(): Promise<void> {
  const options = readFlags(process.argv.slice(2));
  if (options === 'help') return console.log(USAGE);
  const mock = await startMock(options);
  console.log(greeting(mock, options));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mock.close().then(() => process.exit(0)));
  }
}

function greeting({ url }: Mock, { data, rateLimits }: MockOptions): string {
  return [
    `Orbinto sandbox on ${url}/v1`,
    `Keys: ${SEEDED_KEYS.join(', ')}`,
    `Any key like sk_test_mycompany opens a workspace of its own.`,
    data === undefined ? 'Changes are kept in memory.' : `Changes are kept in ${data}.`,
    ...(rateLimits === false ? ['Rate limits are told, not enforced.'] : []),
    `Try: curl ${url}/v1/conversations -H "Authorization: Bearer sk_test_admin"`,
  ].join('\n');
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    if (!(error instanceof MockError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}
