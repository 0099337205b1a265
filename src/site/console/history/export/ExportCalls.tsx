import { useEffect, useRef, useState } from 'preact/hooks';
import { exportCalls, exportFormats } from '../../../../generators/recorded-calls/export-formats.ts';
import type { ExportFormat } from '../../../../generators/recorded-calls/export-formats.ts';
import { defaultMockUrl } from '../../../session/addresses.ts';
import { environments } from '../../../session/environments.ts';
import type { Session } from '../../../session/session.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { shorten, withEscapes } from '../../../ui/response/visible-text.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { secretVariable } from '../../request/make-request.ts';
import type { PastCall } from '../history.ts';
import { targetOf } from '../target-of.ts';
import { recordedCalls } from './recorded-calls.ts';

interface ExportCallsProps {
  /** The latest first. */
  calls: PastCall[];
  session: Session;
}

/** Chosen calls of the history as one file, in a format that other tools run. */
export function ExportCalls({ calls, session }: ExportCallsProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [format, setFormat] = useState(exportFormats[0]);
  const chosen = calls.filter(({ id }) => !left.has(id));
  const printed = usePrinted(chosen, format, serverOf(chosen, session));
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <section class="ob-export" aria-label="Export" ref={place}>
      <Field id="ob-export-format" label="Export as">
        <select
          id="ob-export-format"
          value={format?.id}
          onChange={({ currentTarget }) => setFormat(exportFormats.find(({ id }) => id === currentTarget.value))}
        >
          {exportFormats.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <CallChoice calls={calls} left={left} onToggle={toggle} onAll={() => setLeft(new Set())} />
      <p class="ob-field-hint" role="status">
        {printed?.said}
      </p>
      {printed && (
        <>
          <pre tabindex={0} aria-label={printed.file}>
            <code>{printed.text}</code>
          </pre>
          <p class="ob-actions">
            <CopyButton text={printed.text} name="Copy" label={`Copy ${printed.file}`} />
            <button type="button" class="ob-link" onClick={() => saveFile(printed.file, printed.blob)}>
              Save {printed.file}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

interface CallChoiceProps {
  calls: PastCall[];
  /** Ids of those that are not exported. */
  left: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onAll: () => void;
}

function CallChoice({ calls, left, onToggle, onAll }: CallChoiceProps) {
  return (
    <details class="ob-fold">
      <summary>
        Calls: {calls.length - left.size} of {calls.length}
      </summary>
      <fieldset>
        <legend class="ob-hidden">Calls to export</legend>
        {calls.toReversed().map((past) => (
          <label key={past.id}>
            <input type="checkbox" checked={!left.has(past.id)} onChange={() => onToggle(past.id)} />
            <span>
              <code>{shorten(withEscapes(`${past.method} ${targetOf(past)}`), 120)}</code> {past.result}
            </span>
          </label>
        ))}
      </fieldset>
      {left.size > 0 && (
        <button type="button" class="ob-link" onClick={onAll}>
          Take all
        </button>
      )}
    </details>
  );
}

interface Printed {
  text: string;
  file: string;
  blob: Blob;
  said: string;
}

/** What is printed of the calls; `undefined` until it is there. */
function usePrinted(chosen: PastCall[], format: ExportFormat | undefined, server: string): Printed | undefined {
  const [printed, setPrinted] = useState<Printed>();
  const latest = useRef(0);
  useEffect(() => {
    const turn = (latest.current += 1);
    void print(chosen, format, server).then((made) => latest.current === turn && setPrinted(made));
  }, [chosen.map(({ id }) => id).join(), format, server]);
  return printed;
}

async function print(
  chosen: PastCall[],
  format: ExportFormat | undefined,
  server: string,
): Promise<Printed | undefined> {
  if (!format || chosen.length === 0) return undefined;
  const { calls, leftOut } = await recordedCalls(chosen, server);
  const file = `orbinto-calls${format.extension}`;
  const made = exportCalls(calls, format, {
    title: 'Orbinto API',
    server,
    serverVariable: 'ORBINTO_SERVER',
    secretVariable,
    document: `${location.origin}/openapi.yaml`,
    file,
  });
  const said = [
    leftOut > 0 && `${leftOut} without an answer ${leftOut === 1 ? 'is' : 'are'} left out.`,
    made.leftOut > 0 && `${made.leftOut} cannot be told in this format.`,
    format.flows && calls.some(({ answer }) => answer === undefined)
      ? 'Where an answer is no longer there, its ids stay as they were.'
      : false,
  ];
  const blob = new Blob([made.text], { type: format.mediaType });
  return { text: made.text, file, blob, said: said.filter(Boolean).join(' ') };
}

/** Where a file of these calls goes unless told: calls to the sandbox of a page go to the mock, which a terminal can reach. */
function serverOf(calls: PastCall[], session: Session): string {
  const [place, ...others] = new Set(calls.map(({ environment }) => environment));
  const own = session.environment;
  if (place === 'live' && others.length === 0) return environments.live.baseUrl;
  if (place === 'hosted' && environments.hosted) return environments.hosted.baseUrl;
  return own.id === 'mock' ? own.baseUrl : defaultMockUrl;
}
