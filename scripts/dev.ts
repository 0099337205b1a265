// `npm run dev`: Astro's development server on PORT (4321), live on content, spec and code, and the mock on MOCK_PORT (4010).
import { dev } from 'astro';
import { root } from './paths.ts';
import { runServers } from './servers.ts';

await runServers(async ({ port, startMock }) => {
  const mock = await startMock();
  const server = await dev({ root, server: { port }, logLevel: 'warn' });
  return [{ close: () => server.stop() }, mock];
});
