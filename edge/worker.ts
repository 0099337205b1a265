/** The hosted sandbox, and the site beside it: what workerd runs. */
import { addressOf, fetchFromObject, isOfSandbox } from '../src/sandbox/edge/edge.ts';
import type { Fetcher } from '../src/sandbox/edge/runtime.ts';
import { SandboxObject as HostedObject } from '../src/sandbox/edge/sandbox-object.ts';
import type { EdgeEnvironment } from '../src/sandbox/edge/sandbox-object.ts';
import type { Seed } from '../src/sandbox/seed/seed.ts';
import { Site } from './site.ts';

interface Environment extends EdgeEnvironment {
  /** The files of the built site. */
  readonly SITE: Fetcher;
  /** `yes`: there are some. */
  readonly HAS_SITE: string | null;
}

/** The seeded records never change: all objects of a process share them. */
const seeds = new Map<number, Seed>();

export class SandboxObject extends HostedObject {
  protected override seeded(number: number): Seed {
    const seed = seeds.get(number) ?? super.seeded(number);
    seeds.set(number, seed);
    return seed;
  }
}

const site = new Site();

export default {
  fetch(request: Request, environment: Environment): Promise<Response> {
    if (environment.HAS_SITE === 'yes' && !isOfSandbox(request.url)) return site.fetch(request, environment.SITE);
    return fetchFromObject(request, environment, addressOf(request, environment));
  },
};
