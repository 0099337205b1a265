import { LONGEST, placeOf, schedule } from './time-scale.ts';
import { formatDuration } from '../../sandbox-panel/format-time.ts';

interface DiagramProps {
  marks: readonly { readonly seconds: number; readonly failed: boolean }[];
  /** When the next attempt is due, in seconds after the event. */
  next: number | undefined;
  /** Where the clock stands, or where the reader looks. */
  seconds: number;
  chosen: number;
  onChoose: (attempt: number) => void;
}

const [WIDTH, HEIGHT, Y] = [700, 80, 26];
const x = (seconds: number): number => (WIDTH * placeOf(seconds)) / LONGEST;

/** The attempts on their line. Those that the time has reached are lit. The list below says the same in words. */
export function Diagram({ marks, next, seconds, chosen, onChoose }: DiagramProps) {
  return (
    <svg class="ob-diagram" viewBox={`-12 0 ${WIDTH + 24} ${HEIGHT}`} aria-hidden="true">
      <line x1={0} y1={Y} x2={WIDTH} y2={Y} class="line" />
      <line x1={0} y1={Y} x2={x(seconds)} y2={Y} class="gone" />
      {schedule.map((at) => (
        <line key={at} x1={x(at)} y1={Y - 6} x2={x(at)} y2={Y + 6} class="line" />
      ))}
      {schedule.map((at, index) => (
        <text key={at} class="label" x={x(at)} y={Y + 34} text-anchor={index === 0 ? 'start' : 'middle'}>
          {index === 0 ? 'event' : formatDuration(at * 1000)}
        </text>
      ))}
      {next !== undefined && next >= seconds && <circle cx={x(next)} cy={Y} r="8" class="due" />}
      {marks.map((mark, index) => (
        <g
          key={mark.seconds}
          class="attempt"
          data-lit={mark.seconds <= seconds ? '' : undefined}
          data-tone={mark.failed ? 'error' : 'ok'}
          data-chosen={index === chosen ? '' : undefined}
          onClick={() => onChoose(index)}
        >
          <circle cx={x(mark.seconds)} cy={Y} r="10" />
          <text x={x(mark.seconds)} y={Y} dy="0.36em" text-anchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}
