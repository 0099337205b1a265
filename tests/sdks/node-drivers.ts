import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/paths.ts';
import { events } from '../../sdks/node/src/testing.ts';
import type { NodeProject } from './node-project.ts';

/** The runner of the scenarios as one file of JavaScript, with the installed package in the place of the sources. */
export async function bundleRunner({ folder }: NodeProject): Promise<string> {
  const outfile = join(folder, 'runner.js');
  await build({
    entryPoints: [join(root, 'sdks/node/tests/runner.ts')],
    ...{ bundle: true, platform: 'node', format: 'esm', outfile },
    plugins: [
      {
        name: 'the package',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\.\/src\// }, ({ path }) => ({
            path: path.replace(/^.*\/(\w+)\.ts$/, '@orbinto/node/$1').replace(/\/orbinto$/, ''),
            external: true,
          })),
      },
    ],
  });
  return outfile;
}

/** A program that sends a delivery to the `POST` of a module, and then one that nobody signed. */
export async function driveHandler(file: string, secret: string): Promise<string> {
  const { body, headers } = await events.build('message.created', { secret });
  return `import { POST } from './${file}.js';
const request = (headers) => new Request('https://app.example.com/webhooks', { method: 'POST', headers, body: ${JSON.stringify(body)} });
const good = await POST(request(${JSON.stringify(headers)}));
const bad = await POST(request({ 'X-Orbinto-Signature': '00' }));
if (good.status !== 204 || bad.status !== 400) throw new Error(good.status + ' ' + bad.status);
`;
}

/** A program that is the user of a module with \`login\` and \`callback\`: goes there, consents, and comes back. */
export function driveOAuth(file: string): string {
  return `import { login, callback } from './${file}.js';
const page = await fetch((await login()).headers.get('Location'));
const inputs = [...(await page.text()).matchAll(/<input[^>]*\\bname="([^"]*)"[^>]*\\bvalue="([^"]*)"/g)];
const form = new URLSearchParams(inputs.map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]));
form.set('decision', 'approve');
const consent = new URL('/oauth/authorize', process.env.ORBINTO_BASE_URL);
const back = await fetch(consent, { method: 'POST', body: form, redirect: 'manual' });
const answer = await callback(new Request(back.headers.get('Location')));
console.log(await answer.text());
`;
}
