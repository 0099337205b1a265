/** Builds of the site on one server, one after the other, and what it was asked for. */
import { serve } from '@hono/node-server';
import { once } from 'node:events';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from '../../scripts/paths.ts';
import { siteApp } from '../../scripts/site-app.ts';
import { writeWorker } from '../../src/site/downloads/integration.ts';

/** A build with another text on its pages, and with every script under another name. */
export interface Build {
  readonly folder: string;
  remove(): void;
}

/** Pages of which there are many of a kind, and what no page loads. */
const LEFT_OUT = /^\/(?:reference\/(?!contacts|index)|guides\/(?!errors|webhooks)|pictures|pagefind)\/?|orbinto-|\.md$/;

/**
 * The built site as another deployment would have it, with fewer pages.
 *
 * @param words put behind the title of each page
 * @param isOff whether the build keeps nothing
 */
export async function revise(words: string, isOff = false): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  cpSync(dist, folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.test(path.slice(dist.length).replaceAll('\\', '/')),
  });
  const scripts = globSync('_astro/*.js', { cwd: folder }).map((file) => file.slice('_astro/'.length));
  const pattern = new RegExp(scripts.map((name) => name.replaceAll('.', '\\.').replaceAll('$', '\\$')).join('|'), 'g');
  for (const file of globSync('{**/*.html,_astro/*.js}', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8').replace(pattern, (name) => renamed(name, words));
    const name = file.startsWith('_astro/') ? `_astro/${renamed(file.slice('_astro/'.length), words)}` : file;
    if (name !== file) rmSync(join(folder, file));
    writeFileSync(join(folder, name), text.replace('</h1>', ` ${words}</h1>`));
  }
  await writeWorker(folder, isOff);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

function renamed(script: string, words: string): string {
  return script.replace(/\.js$/, `-${words}.js`);
}

export interface Deployments {
  /** Without a slash at its end. */
  readonly base: string;
  /** Paths that it was asked for, in order. */
  readonly asked: string[];
  /** Puts another build in the place of the one before. */
  deploy(folder: string): void;
  /** Answers a path by something else, or not at all; undefined where the build answers. */
  answer: (path: string) => Response | 'nothing' | undefined;
  close(): Promise<void>;
}

export async function startDeployments(folder = dist): Promise<Deployments> {
  let site = siteApp(folder);
  const server = serve({
    fetch: (request, { incoming }) => fetch(request, incoming),
    port: 0,
  }) as Server;
  await once(server, 'listening');
  const asked: string[] = [];
  const deployments: Deployments = {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    deploy: (next) => (site = siteApp(next)),
    answer: () => undefined,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
  const fetch = async (request: Request, { socket }: { socket: { destroy(): void } }): Promise<Response> => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    const answer = deployments.answer(pathname);
    if (answer === 'nothing') socket.destroy();
    // Compressed for a moment, it would be all that the test waits for.
    request.headers.delete('Accept-Encoding');
    return answer instanceof Response ? answer : site.fetch(request);
  };
  return deployments;
}
