import { CONTROL_BASE, MCP_PATH } from '../http/target.ts';
import { SEEDED_KEYS } from '../keys.ts';
import { MOCK, readFlags, usageOf } from './flags.ts';
import type { Flags, Program } from './flags.ts';
import { MockError } from './mock-error.ts';
import { startMock } from './mock.ts';
import type { Mock, MockOptions } from './mock.ts';
import { serveMcp } from './serve-mcp.ts';
import { lacksSqlite } from './sqlite-support.ts';

/** The command: serves until a signal ends it. What keeps it from starting is told in one line, with exit code 1. */
export async function run(args: string[], program: Program = MOCK): Promise<void> {
  try {
    await serve(args, program);
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function serve(args: string[], program: Program): Promise<void> {
  if (args[0] === 'mcp') return serveAgent(args.slice(1), program);
  const flags = readFlags(args, program);
  if (flags === 'help') return console.log(usageOf(program));
  if (flags === 'version') return console.log(program.version);
  if (flags.check) return check(flags);
  const mock = await startMock({ ...flags, mcp: serveMcp(program.pages) });
  if (!args.includes('--memory') && lacksSqlite()) tellMemory();
  // Before the line that others wait for: their signal may follow at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mock.close().then(() => process.exit(0)));
  }
  console.log(flags.json ? readyLine(mock) : greeting(mock, flags));
}

/** Loaded when it is asked for: a sandbox that starts does without. */
async function check({ host, port }: Flags): Promise<void> {
  const { checkMock } = await import('./check.ts');
  await checkMock(host, port);
}

/** Loaded when it is asked for, as above. */
async function serveAgent(args: string[], program: Program): Promise<void> {
  const { runMcp } = await import('./mcp-command.ts');
  await runMcp(args, program);
}

/** Said where nobody has asked for memory, and a file is no choice: with one, nothing would have started. */
function tellMemory(): void {
  console.error(`Changes are kept in memory: Node ${process.versions.node} has no SQLite to keep them in a file.`);
}

/** For machines: the line that says that it listens. */
function readyLine({ url }: Mock): string {
  return JSON.stringify({ url, control: `${url}${CONTROL_BASE}`, pid: process.pid });
}

function greeting({ url }: Mock, { data, rateLimits, host, hostNames = [] }: MockOptions): string {
  return [
    `Orbinto sandbox on ${url}/v1`,
    ...(host === '0.0.0.0' || host === '::' ? [`It listens on every interface: ${reachedBy(hostNames)}.`] : []),
    `Keys: ${SEEDED_KEYS.join(', ')}`,
    `Any key like sk_test_mycompany opens a workspace of its own.`,
    data === undefined ? 'Changes are kept in memory.' : `Changes are kept in ${data}.`,
    ...(rateLimits === false ? ['Rate limits are told, not enforced.'] : []),
    `Agents: ${url}${MCP_PATH}`,
    `Try: curl ${url}/v1/conversations -H "Authorization: Bearer sk_test_admin"`,
  ].join('\n');
}

function reachedBy(hostNames: readonly string[]): string {
  const names = hostNames.length === 0 ? '--allow-host NAME lets others use a name' : `names: ${hostNames.join(', ')}`;
  return `other machines reach it by its address (${names})`;
}
