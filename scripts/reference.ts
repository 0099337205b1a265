// `npm run reference -- SPEC --out DIR`: a site with nothing but the reference of one OpenAPI document.
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: from the second time on, Node finds Astro and all it brings along compiled.
enableCompileCache();
const { run } = await import('./reference-command.ts');
await run(process.argv.slice(2));
