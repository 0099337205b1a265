// `npm run deploy`: the hosted sandbox and the built site, to Cloudflare's network. Flags are those of `wrangler deploy`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deploy } from './edge/deploy.ts';
import { dist } from './paths.ts';

try {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('There is no built site to deploy: npm run build makes it.');
  const { code } = await deploy(process.argv.slice(2));
  process.exitCode = code;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
