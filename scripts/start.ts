// `npm start -- [--host ADDRESS] [--allow-host NAME …]`: builds the site where something changed, serves it on PORT (4321) of this
// machine alone, unless told, and the mock on MOCK_PORT (4010).
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startMock } from '../src/sandbox/node/mock.ts';
import { serveMcp } from '../src/sandbox/node/serve-mcp.ts';
import { buildSite } from './build.ts';
import { dist } from './paths.ts';
import { serveSite } from './serve.ts';
import { runServers } from './servers.ts';

await runServers(async ({ port, served, mock }) => {
  await buildSite({ onlyIfStale: true });
  const sandbox = await startMock({ ...mock, mcp: serveMcp(pathToFileURL(join(dist, 'llms-full.txt'))) });
  const site = await serveSite({ directory: dist, port, served });
  return [site, sandbox];
});
