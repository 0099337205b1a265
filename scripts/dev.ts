// `npm run dev`: Astro's development server on PORT (4321), live on content, spec and code, and the mock on MOCK_PORT (4010).
import { dev } from 'astro';
import { runMock } from './mock.ts';
import { root } from './paths.ts';
import { assertPortFree, portFrom } from './ports.ts';
import { runUntilStopped } from './run-until-stopped.ts';

await runUntilStopped(async () => {
  const port = portFrom('PORT', 4321);
  const mockPort = portFrom('MOCK_PORT', 4010);
  await assertPortFree(port, 'PORT');
  await assertPortFree(mockPort, 'MOCK_PORT', '127.0.0.1');
  const mock = await runMock(mockPort);
  const server = await dev({ root: root, server: { port } });
  console.log(`\n  Site  http://localhost:${port}\n  Mock  ${mock.url}\n`);
  return [{ close: () => server.stop() }, mock];
});
