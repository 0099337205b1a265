/** Plays replay files in a Durable Object, each in the object of its space, with its database. */
import { ObjectFile } from '../../src/sandbox/edge/object-file.ts';
import { ObjectStore } from '../../src/sandbox/edge/object-store.ts';
import type { ObjectNamespace, ObjectState } from '../../src/sandbox/edge/runtime.ts';
import { parseReplay } from '../../src/sandbox/replay/parse-replay.ts';
import { play } from '../../src/sandbox/replay/play.ts';
import type { PlayedStep } from '../../src/sandbox/replay/played-step.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';

const seeded = new Seed(1);

export class SandboxObject {
  readonly #state: ObjectState;

  constructor(state: ObjectState) {
    this.#state = state;
  }

  async fetch(request: Request): Promise<Response> {
    const file = parseReplay(await request.text());
    const played: PlayedStep[] = [];
    const store = new ObjectStore(new ObjectFile(this.#state.storage), file.seed);
    for await (const step of play(file, { store, seeded })) played.push(step);
    await this.#state.storage.deleteAll();
    return new Response(JSON.stringify(played));
  }
}

export default {
  fetch(request: Request, { OBJECTS }: { readonly OBJECTS: ObjectNamespace }): Promise<Response> {
    const name = request.headers.get('Replay-Number') ?? '';
    return OBJECTS.get(OBJECTS.idFromName(name)).fetch(request);
  },
};
