// `npm run changes -- OLD NEW`: what changed between two OpenAPI documents.
import { run } from './changes-command.ts';

process.exitCode = await run(process.argv.slice(2));
