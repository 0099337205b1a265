import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { HarError, parseHar } from '../../openapi/usage/har.ts';
import type { Exchange } from '../../openapi/usage/har.ts';
import { operationFinder } from '../../openapi/usage/match-operation.ts';
import { ManualClock } from '../clock.ts';
import { KIND_OF } from '../records/collections.ts';
import { play } from '../replay/play.ts';
import { addRequest, beginRecording, fileOf } from '../replay/record.ts';
import { REPLAY_WORKSPACE } from '../replay/replay-file.ts';
import type { ReplayFile, ReplayStep } from '../replay/replay-file.ts';
import { Seed } from '../seed/seed.ts';

type Prefix = keyof typeof KIND_OF;

const SEED = 1;
const START = new ManualClock().now();
/** Between two requests: no session of this length meets a rate limit by that. */
const PACE = 1000;
const ID = new RegExp(String.raw`\b(${Object.keys(KIND_OF).join('|')})_[A-Za-z0-9]+\b`, 'g');
const KEY = `sk_test_${REPLAY_WORKSPACE}`;

/**
 * The requests of a HAR to this API as a session of the sandbox: sent with a key that may do everything, without the secrets in them. A
 * record that a request of the HAR made is the one that the sandbox makes in its place; any other is one of the sample data.
 * @throws {HarError}
 */
export async function sessionOfHar(text: string, document: OpenApiDocument): Promise<ReplayFile> {
  const find = operationFinder(document);
  const own = parseHar(text).filter((exchange) => find(exchange) !== undefined);
  if (own.length === 0) throw new HarError('None of the requests in this HAR is one of this API.');
  const recording = beginRecording(SEED, START);
  const steps: ReplayStep[] = [];
  // Played as it grows: what the sandbox calls a new record is known once it has made it.
  const player = play(fileOf(recording, steps));
  const ids = new Ids();
  for (const exchange of own) {
    const step = stepOf(exchange, ids);
    if (!step) continue;
    steps.push(step);
    const next = await player.next();
    if (!next.done) ids.learn(exchange.responseBody, next.value.answer.body);
  }
  await player.return(undefined);
  return fileOf(recording, steps);
}

/** @returns undefined for what no session holds */
function stepOf(exchange: Exchange, ids: Ids): ReplayStep | undefined {
  const { method, url, mediaType, body = '' } = exchange;
  const headers = new Headers({
    Authorization: `Bearer ${KEY}`,
    ...(mediaType !== '' && { 'Content-Type': mediaType }),
  });
  const path = ids.translate(`/v1${below(url.pathname)}${url.search}`);
  const sent = { method, path, headers, body: ids.translate(body), at: START + PACE };
  const place = { seed: SEED, workspace: REPLAY_WORKSPACE };
  return addRequest(beginRecording(SEED, START), sent, place)?.step;
}

/** What of a path stands below the address of the API, wherever that is. */
function below(path: string): string {
  return path.replace(/^.*?\/v1(?=\/)/, '');
}

/** The ids of a HAR, and what stands for them in the sandbox. */
class Ids {
  readonly #known = new Map<string, string>();
  readonly #taken = new Map<Prefix, number>();
  readonly #seed = new Seed(SEED);

  translate(text: string): string {
    return text.replaceAll(ID, (id, prefix: Prefix) => this.#known.get(id) ?? this.#sample(id, prefix));
  }

  /** Learns from two answers to the same request which ids are the same record's. */
  learn(recorded: string | undefined, played: string): void {
    try {
      this.#pair(JSON.parse(recorded ?? ''), JSON.parse(played));
    } catch {
      // One of them has no JSON, so that it gives no record a name.
    }
  }

  #pair(recorded: unknown, played: unknown): void {
    if (typeof recorded === 'string' && typeof played === 'string') {
      const isId = (text: string): boolean => text !== '' && text.replace(ID, '') === '';
      if (isId(recorded) && isId(played) && !this.#known.has(recorded)) this.#known.set(recorded, played);
    } else if (typeof recorded === 'object' && recorded !== null && typeof played === 'object' && played !== null) {
      for (const [name, value] of Object.entries(recorded))
        this.#pair(value, (played as Record<string, unknown>)[name]);
    }
  }

  /** A record of the sample data that stands for one that nobody has seen made; another one for each. */
  #sample(id: string, prefix: Prefix): string {
    const rows = this.#seed.base(KIND_OF[prefix]).rows;
    const isOurs = rows.some(({ value }) => value.id === id);
    const count = this.#taken.get(prefix) ?? 0;
    const other = isOurs ? id : (rows[count % rows.length]?.value.id ?? id);
    if (!isOurs) this.#taken.set(prefix, count + 1);
    this.#known.set(id, other);
    return other;
  }
}
