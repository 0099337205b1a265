import { stretchesOf } from './loop.ts';
import type { Loop, LoopStretch } from './loop.ts';

interface LoopPictureProps {
  /** Undefined before it runs. */
  loop: Loop | undefined;
  /** How many have passed. */
  seconds: number;
  /** The most that either loop sent in a second: both have one scale. */
  most: number;
}

const HEIGHT = 60;
/** Seconds that the axis shows at least: one minute and some. */
const SPAN = 64;

/** What a loop sent, second by second: answered below, refused on top of it. The figures and the list say the same. */
export function LoopPicture({ loop, seconds, most }: LoopPictureProps) {
  const height = (count: number) => (HEIGHT * count) / most;
  const span = Math.max(SPAN, seconds);
  return (
    <>
      <svg class="ob-loop" viewBox={`0 0 ${span} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {loop?.seconds.map(({ second, answered, refused }) => (
          <g key={second}>
            <rect
              class="answered"
              x={second + 0.1}
              width={0.8}
              y={HEIGHT - height(answered)}
              height={height(answered)}
            />
            <rect
              class="refused"
              x={second + 0.1}
              width={0.8}
              y={HEIGHT - height(answered + refused)}
              height={height(refused)}
            />
          </g>
        ))}
      </svg>
      <dl class="ob-loop-figures">
        <Figure name="Sent" value={loop ? String(loop.answered + loop.refused) : '–'} />
        <Figure name="Answered" value={loop ? String(loop.answered) : '–'} mark="answered" />
        <Figure name="Refused" value={loop ? String(loop.refused) : '–'} mark="refused" />
        <Figure name="Time" value={timeOf(loop, seconds)} />
      </dl>
      <details class="ob-fold">
        <summary>Second by second</summary>
        <ol class="ob-loop-list">
          {stretchesOf(loop?.seconds ?? []).map((stretch) => (
            <li key={stretch.from}>{wordsOf(stretch)}</li>
          ))}
          {!loop && <li>Not run yet.</li>}
        </ol>
      </details>
    </>
  );
}

function Figure({ name, value, mark }: { name: string; value: string; mark?: string }) {
  return (
    <div data-mark={mark}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function timeOf(loop: Loop | undefined, seconds: number): string {
  if (!loop) return '–';
  return loop.doneAt === undefined ? `${seconds} s so far` : `${(loop.doneAt / 1000).toFixed(1)} s`;
}

function wordsOf({ from, to, answered, refused }: LoopStretch): string {
  const when = from === to ? `Second ${from}` : `Seconds ${from} to ${to}, each`;
  return `${when}: ${answered} answered, ${refused} refused`;
}
