// `npm start`: builds the site where something changed, serves it on PORT (4321) and the mock on MOCK_PORT (4010).
import { buildSite } from './build.ts';
import { runMock } from './mock.ts';
import { dist } from './paths.ts';
import { assertPortFree, portFrom } from './ports.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { serveSite } from './serve.ts';

await runUntilStopped(async () => {
  const port = portFrom('PORT', 4321);
  const mockPort = portFrom('MOCK_PORT', 4010);
  await assertPortFree(port, 'PORT');
  await assertPortFree(mockPort, 'MOCK_PORT', '127.0.0.1');
  await buildSite({ onlyIfStale: true });
  const mock = await runMock(mockPort);
  const site = await serveSite({ directory: dist, port });
  console.log(`\n  Site  ${site.url}\n  Mock  ${mock.url}\n\n  Ctrl+C stops both.\n`);
  return [site, mock];
});
