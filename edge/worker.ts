/** The hosted sandbox, and the site beside it: what workerd runs. */
import { addressOf, fetchFromObject, isOfSandbox } from '../src/sandbox/edge/edge.ts';
import type { Fetcher } from '../src/sandbox/edge/runtime.ts';
import { SandboxObject as HostedObject } from '../src/sandbox/edge/sandbox-object.ts';
import type { EdgeEnvironment } from '../src/sandbox/edge/environment.ts';
import type { Library } from '../src/sandbox/mcp/library.ts';
import type { Seed } from '../src/sandbox/seed/seed.ts';
import { negotiatePage } from '../src/site/markdown-pages/negotiate.ts';
import { Site } from './site.ts';

interface Environment extends EdgeEnvironment {
  /** The files of the built site. */
  readonly SITE: Fetcher;
  /** `yes`: there are some. */
  readonly HAS_SITE: string | null;
  /** The same, where the network is their host. */
  readonly ASSETS?: Fetcher;
}

/** The seeded records never change: all objects of a process share them. */
const seeds = new Map<number, Seed>();

/** What agents read does not change either. */
const SITE_LIBRARY = 'site';
const libraries = new Map<string, Library>();

export class SandboxObject extends HostedObject {
  protected override seeded(number: number): Seed {
    const seed = seeds.get(number) ?? super.seeded(number);
    seeds.set(number, seed);
    return seed;
  }

  protected override async library(environment: EdgeEnvironment): Promise<Library> {
    const known = libraries.get(SITE_LIBRARY);
    if (known) return known;
    const { createLibrary } = await import('../src/sandbox/mcp/library.ts');
    const library = createLibrary(await pagesOf(environment as Environment));
    libraries.set(SITE_LIBRARY, library);
    return library;
  }
}

const site = new Site();

function hostOfSite({ HAS_SITE, SITE, ASSETS }: Environment): ((request: Request) => Promise<Response>) | undefined {
  if (HAS_SITE === 'yes') return (request) => site.fetch(request, SITE);
  return ASSETS && ((request) => ASSETS.fetch(request));
}

/** All pages of the site as one text, where there is a site. */
async function pagesOf(environment: Environment): Promise<string | undefined> {
  const response = await hostOfSite(environment)?.(new Request('https://site/llms-full.txt'));
  return response?.ok ? response.text() : undefined;
}

export default {
  fetch(request: Request, environment: Environment): Promise<Response> {
    const host = hostOfSite(environment);
    if (host && !isOfSandbox(request.url)) return negotiatePage(request, host);
    return fetchFromObject(request, environment, addressOf(request, environment));
  },
};
