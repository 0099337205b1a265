import { useEffect, useRef, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../../lazy.ts';
import { pageSession } from '../../session/page-session.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { shorten, withEscapes } from '../../ui/response/visible-text.ts';
import type { useConsole } from '../use-console.ts';
import type { Pasted } from './paste-request.chunk.ts';
import './paste.css';

const pasteChunk = lazy(() => import('./paste-request.chunk.ts'));

interface PasteDialogProps {
  operation: BundledOperation;
  console: Pick<ReturnType<typeof useConsole>, 'replace'>;
  onClose: () => void;
}

const hint =
  'A curl command, for bash or for the command line of Windows; what a browser copies as fetch; a HAR file or an entry of one. It is read here, in this page, and nothing is sent.';

/** Ctrl+Enter fills in; the console behind would take it for Send. */
function takesEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** Fills the form with a request that the reader has somewhere else. */
export function PasteDialog({ operation, console, onClose }: PasteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [pasted, setPasted] = useState<Pasted>();
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
    pasteChunk.preload();
  }, []);
  const fill = async (text: string) => {
    const result = await pasteChunk
      .load()
      .then(({ pasteRequest }) => pasteRequest(text, operation, pageSession()))
      .catch((): Pasted => ({ problem: 'This could not be loaded. Check your connection.' }));
    setPasted(result);
    if ('problem' in result) return input.current?.focus();
    // It may hold a key: what was taken of it is in the form.
    if (input.current) input.current.value = '';
    if ('call' in result) console.replace(result.call);
  };
  const problem = pasted && 'problem' in pasted ? pasted.problem : undefined;
  return (
    <dialog class="ob-dialog ob-paste" ref={dialog} aria-labelledby="ob-paste-title" onClose={onClose}>
      <h2 id="ob-paste-title">Paste a request</h2>
      <Field id="ob-paste" label="Request" hint={hint} problem={problem}>
        <textarea
          id="ob-paste"
          ref={input}
          rows={8}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={problem === undefined ? 'ob-paste-hint' : 'ob-paste-problem ob-paste-hint'}
          aria-invalid={problem !== undefined}
          onInput={() => setPasted(undefined)}
          onKeyDown={(event) => void (takesEnter(event) && fill(event.currentTarget.value))}
        />
      </Field>
      <label class="ob-paste-file">
        <span>Or open a file</span>
        <input
          type="file"
          accept=".har,.json,.sh,.txt,application/json,text/plain"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0];
            if (file) void file.text().then(fill);
          }}
        />
      </label>
      <div role="status">{pasted && problem === undefined && <Report pasted={pasted} operation={operation} />}</div>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => void fill(input.current?.value ?? '')}>
          Fill in
        </button>
        <button type="button" class="ob-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </p>
    </dialog>
  );
}

/** What was taken, and each thing that was not. What was pasted may say anything: it is shown as text, and cut. */
function Report({ pasted, operation }: { pasted: Pasted; operation: BundledOperation }) {
  if ('problem' in pasted) return null;
  const { told, left } = pasted;
  return (
    <div class="ob-notice">
      <p>
        {'call' in pasted ? (
          <>
            <code>
              {operation.method} {operation.path}
            </code>{' '}
            is filled in. Nothing has been sent.
          </>
        ) : (
          <>
            This is another operation. Open <a href={pasted.link.href}>{pasted.link.name}</a>, filled in.
          </>
        )}{' '}
        {told.map(shown).join(' ')}
      </p>
      {left.length > 0 && (
        <>
          <p id="ob-paste-left">Not taken:</p>
          <ul aria-labelledby="ob-paste-left">
            {left.slice(0, longestList).map((sentence) => (
              <li key={sentence}>{shown(sentence)}</li>
            ))}
            {left.length > longestList && <li>And {left.length - longestList} more.</li>}
          </ul>
        </>
      )}
    </div>
  );
}

const shown = (sentence: string): string => shorten(withEscapes(sentence), 240);

/** Sentences that are shown. */
const longestList = 30;
