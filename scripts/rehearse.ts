// `npm run rehearse -- SESSION`: a recorded session against two versions of the sandbox.
import { run } from './rehearse-command.ts';

process.exitCode = await run(process.argv.slice(2));
