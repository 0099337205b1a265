/** The sandbox over HTTP: `node src/sandbox/node.ts --port 4010`. */
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: from the second start on, Node finds every module stripped of its types and compiled.
enableCompileCache();
const { run } = await import('./node/command.ts');
const { MOCK } = await import('./node/flags.ts');
await run(process.argv.slice(2), { ...MOCK, pages: new URL('../../dist/llms-full.txt', import.meta.url) });
