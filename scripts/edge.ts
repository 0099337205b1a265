// `npm run edge`: the hosted sandbox on workerd, with the site beside it where that is built, until Ctrl+C.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Engine } from './edge/engine.ts';
import { readEdgeFlags, USAGE } from './edge/flags.ts';
import type { EdgeFlags } from './edge/flags.ts';
import { bundleWorker, WORKER } from './edge/program.ts';
import { edgeTools } from './edge/tools.ts';
import { SITE_ORIGINS } from '../src/sandbox/node/open-sandbox.ts';
import { dist, root } from './paths.ts';
import { freePort } from './ports.ts';

const folder = join(root, '.orbinto', 'edge');

/** @throws in one line where another program has the port */
async function requireFreePort({ port, host }: EdgeFlags): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const isInUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    const reason = isInUse
      ? `Port ${port} is in use: stop what uses it, or choose another with --port.`
      : `Cannot listen on ${host}:${port}: ${(error as Error).message}`;
    throw new Error(reason, { cause: error });
  }
  server.close();
  await once(server, 'close');
}

async function serve(flags: EdgeFlags): Promise<void> {
  const port = flags.port === 0 ? await freePort() : flags.port;
  await requireFreePort({ ...flags, port });
  const tools = await edgeTools();
  const program = join(folder, 'program');
  await bundleWorker(tools, WORKER, program);
  const hasSite = existsSync(join(dist, 'index.html'));
  const data = resolve(flags.data ?? join(folder, 'data'));
  const engine = await Engine.start({
    ...flags,
    port,
    origins: [...SITE_ORIGINS, ...flags.origins],
    workerd: tools.workerd,
    program,
    data,
    ...(hasSite && { site: dist }),
  });
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      isStopping = true;
      void engine.stop().then(() => process.exit(0));
    });
  }
  console.log(
    [
      `Hosted sandbox on ${engine.url}/v1`,
      hasSite ? `Site on ${engine.url}/` : 'No site: npm run build makes it.',
      `Workspaces are kept in ${data}.`,
      'Any key like sk_test_mycompany opens a workspace of its own; the keys of the guides only read.',
    ].join('\n'),
  );
  await engine.ended();
  if (!isStopping) throw new Error('workerd has ended by itself; what it said stands above.');
}

try {
  const flags = readEdgeFlags(process.argv.slice(2));
  if (flags === 'help') console.log(USAGE);
  else await serve(flags);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
