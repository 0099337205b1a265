// `npm run probe -- --target URL --out FILE`: one round of checks of the services, added to the status feed. For cron.
import { run } from './probe/run.ts';

process.exitCode = await run(process.argv.slice(2), process.env);
