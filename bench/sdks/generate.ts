import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root } from '../../scripts/paths.ts';
import { SPEC_FILE } from '../../src/openapi/document/load.ts';

const run = promisify(execFile);
const spec = fileURLToPath(SPEC_FILE);

/** Where the generated clients lie. */
export interface Generated {
  /** `client.ts`, `client.py` and `client.php` of Redocly, and the first two’s names for JavaScript. */
  readonly redocly: string;
  /** The folder that @hey-api/openapi-ts has filled. */
  readonly heyApi: string;
}

/** Redocly’s pages by cursor want a pointer that resolves; the answer’s pagination is one of two kinds here, so they go by number. */
const REDOCLY = `client:
  pagination: { style: page, offsetParam: page, limitParam: per_page, items: /data }
apis:
  orbinto: { root: ${JSON.stringify(spec)}, clientOutput: ./client.ts }
`;

/** @param heyApi the command of @hey-api/openapi-ts */
export async function generateClients(folder: string, heyApi: string): Promise<Generated> {
  const redocly = join(folder, 'redocly');
  await mkdir(redocly, { recursive: true });
  // As a new project of modules has it; what is generated stands in it.
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(redocly, 'redocly.yaml'), REDOCLY);
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  for (const generator of ['typescript', 'python', 'php'])
    await run(process.execPath, [cli, 'generate-client', 'orbinto', '--generator', generator], { cwd: redocly, env });
  const out = join(folder, 'hey-api');
  await run(process.execPath, [heyApi, '-i', spec, '-o', out, '-c', '@hey-api/client-fetch', '--no-log-file'], {
    cwd: folder,
  });
  await writeFile(
    join(out, 'all.ts'),
    "export * from './index';\nexport { createClient } from './client/client.gen';\nexport { client } from './client.gen';\n",
  );
  await compile(join(redocly, 'client.ts'), join(redocly, 'client.mjs'));
  await compile(join(out, 'all.ts'), join(out, 'all.mjs'));
  return { redocly, heyApi: out };
}

/** TypeScript as Node runs it: one file, not minified. */
async function compile(from: string, to: string): Promise<void> {
  await build({ entryPoints: [from], outfile: to, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
}
