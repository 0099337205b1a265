// `npm run dev`: Astro's development server on PORT (4321) and the mock on MOCK_PORT (4010), both live: an edit of a guide, of
// `spec/`, of a handler or of a component is seen in the page and over HTTP without a command.
import { dev } from 'astro';
import { watchMock } from './dev/watch-mock.ts';
import { watchSpec } from './dev/watch-spec.ts';
import { root } from './paths.ts';
import { runServers } from './servers.ts';

await runServers(async ({ port, served, mock }) => {
  const spec = await watchSpec();
  const sandbox = await watchMock(mock);
  const server = await dev({
    root,
    server: { port, host: served.host, allowedHosts: [...served.names] },
    logLevel: 'warn',
  });
  return [{ close: () => server.stop() }, sandbox, spec];
});
