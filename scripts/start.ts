// `npm start`: builds the site where something changed, serves it on PORT (4321) and the mock on MOCK_PORT (4010).
import { startMock } from '../src/sandbox/node/mock.ts';
import { buildSite } from './build.ts';
import { dist } from './paths.ts';
import { serveSite } from './serve.ts';
import { runServers } from './servers.ts';

await runServers(async ({ port, mock }) => {
  await buildSite({ onlyIfStale: true });
  const sandbox = await startMock(mock);
  const site = await serveSite({ directory: dist, port });
  return [site, sandbox];
});
