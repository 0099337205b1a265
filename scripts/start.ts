// `npm start -- [--host ADDRESS] [--allow-host NAME …]`: builds the site where something changed, serves it on PORT (4321) of this
// machine alone, unless told, and the mock on MOCK_PORT (4010).
import { startMock } from '../src/sandbox/node/mock.ts';
import { buildSite } from './build.ts';
import { dist } from './paths.ts';
import { serveSite } from './serve.ts';
import { runServers } from './servers.ts';

await runServers(async ({ port, served, mock }) => {
  await buildSite({ onlyIfStale: true });
  const sandbox = await startMock(mock);
  const site = await serveSite({ directory: dist, port, served });
  return [site, sandbox];
});
