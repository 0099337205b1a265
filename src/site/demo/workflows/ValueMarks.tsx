import { linesWithEscapes, shorten } from '../../ui/response/visible-text.ts';
import type { Values } from './arazzo/expression.ts';
import type { Origin } from './arazzo/workflow-run.ts';

/** The longest text of a value that is shown in a line. */
const LONGEST = 60;

/** The values that went into a step, each with the way back to where it came from. */
export function Origins({ origins }: { origins: readonly Origin[] }) {
  return (
    <>
      {origins.map(({ name, call }) =>
        call === undefined ? (
          <span class="ob-value-mark" key={name}>
            input {name} →
          </span>
        ) : (
          <OriginLink key={name} name={name} id={idOf(call, name)} />
        ),
      )}
    </>
  );
}

/** Lights where the value comes from while it is pointed at, and leads there. */
function OriginLink({ name, id }: { name: string; id: string }) {
  const light = (isLit: boolean) => document.getElementById(id)?.toggleAttribute('data-lit', isLit);
  return (
    <a
      class="ob-value-mark"
      href={`#${id}`}
      onClick={(event) => goTo(event, id)}
      onMouseEnter={() => light(true)}
      onMouseLeave={() => light(false)}
      onFocus={() => light(true)}
      onBlur={() => light(false)}
    >
      {name} →
    </a>
  );
}

/** The values that a step hands on. */
export function Outputs({ call, stepId, outputs }: { call: number; stepId: string; outputs: Values }) {
  return (
    <>
      {Object.entries(outputs).map(([name, value]) => (
        <span class="ob-value-mark" key={name} id={idOf(call, `${stepId}.${name}`)} tabIndex={-1}>
          → {name} <code>{linesWithEscapes(shorten(textOf(value), LONGEST))}</code>
        </span>
      ))}
    </>
  );
}

/** Brings the reader to where a value comes from, and leaves the page's address as it is. */
function goTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  const place = document.getElementById(id);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'center' });
}

function idOf(call: number, name: string): string {
  return `value-${call}-${name}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}
