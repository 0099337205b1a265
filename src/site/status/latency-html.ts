import { markup } from '../../text/markup.ts';
import type { Html } from '../../text/markup.ts';
import type { ServiceStatus } from '../feeds/status-feed.ts';
import { STATE_LABELS, timeText } from './service-claim.ts';

type Check = ServiceStatus['recent'][number];

const WIDTH = 360;
const HEIGHT = 40;
/** Above the line and below it, so that marks at the edges are whole. */
const MARGIN = 4;

/**
 * How long the last checks took: a line over their times, a mark at the foot for each that failed, the figures as a sentence, and
 * all of it as a table. Nothing where no answer was measured.
 */
export function latencyHtml({ name, recent }: Pick<ServiceStatus, 'name' | 'recent'>): Html | undefined {
  const took = recent.flatMap(({ response_ms: ms }) => ms ?? []).sort((a, b) => a - b);
  const [fastest, slowest] = [took[0], took.at(-1)];
  const [first, last] = [recent[0], recent.at(-1)];
  if (fastest === undefined || slowest === undefined || !first || !last) return undefined;
  const median = took[Math.floor((took.length - 1) / 2)];
  const label = `${name}: response times of the last ${recent.length} checks, told below`;
  return markup`<figure class="latency"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${lineHtml(recent, slowest)}</svg><figcaption>Response times: ${fastest} to ${slowest} ms, median ${median ?? fastest} ms, of ${took.length} ${took.length === 1 ? 'answer' : 'answers'} from <time datetime="${first.at}">${timeText(first.at)}</time> to <time datetime="${last.at}">${timeText(last.at)}</time></figcaption></figure>${tableHtml(recent)}`;
}

/** From zero to the slowest, so that a line twice as high took twice as long; broken where a check got no answer. */
function lineHtml(recent: readonly Check[], slowest: number): Html[] {
  const times = recent.map(({ at }) => Date.parse(at));
  const [from = 0, to = 0] = [times[0], times.at(-1)];
  const x = (index: number): number => Math.round((((times[index] ?? from) - from) / (to - from || 1)) * WIDTH);
  const y = (ms: number): number => Math.round(HEIGHT - MARGIN - (ms / (slowest || 1)) * (HEIGHT - 2 * MARGIN));
  const runs: string[][] = [[]];
  for (const [index, { response_ms: ms }] of recent.entries()) {
    if (ms === null) runs.push([]);
    else runs.at(-1)?.push(`${x(index)},${y(ms)}`);
  }
  // A run of one is a point: a line of no length, with round ends.
  const lines = runs
    .filter((run) => run.length > 0)
    .map((run) => markup`<polyline points="${(run.length === 1 ? [...run, ...run] : run).join(' ')}"/>`);
  const failures = recent.flatMap(({ state }, index) =>
    state === 'down'
      ? markup`<rect class="down" x="${x(index) - 1}" y="${HEIGHT - MARGIN}" width="2" height="${MARGIN}"/>`
      : [],
  );
  return [...lines, ...failures];
}

function tableHtml(recent: readonly Check[]): Html {
  const rows = [...recent]
    .reverse()
    .map(
      ({ at, state, response_ms: ms }) =>
        markup`<tr><th scope="row"><time datetime="${at}">${timeText(at)}</time></th><td>${STATE_LABELS[state]}</td><td>${ms === null ? 'no answer' : `${ms} ms`}</td></tr>`,
    );
  return markup`<details data-part="checks"><summary>Check by check</summary><table><thead><tr><th scope="col">Checked at</th><th scope="col">Found</th><th scope="col">Took</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}
