// `npm run reference -- SPEC --out DIR`: a site with nothing but the reference of one OpenAPI document.
import { run } from './reference-command.ts';

process.exitCode = await run(process.argv.slice(2));
