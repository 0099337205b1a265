// `npm start`: builds the site where something changed, serves it on PORT (4321) and the mock on MOCK_PORT (4010).
import { buildSite } from './build.ts';
import { dist } from './paths.ts';
import { serveSite } from './serve.ts';
import { runServers } from './servers.ts';

await runServers(async ({ port, startMock }) => {
  await buildSite({ onlyIfStale: true });
  const mock = await startMock();
  const site = await serveSite({ directory: dist, port });
  return [site, mock];
});
