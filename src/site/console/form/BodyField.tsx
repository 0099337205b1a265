import { useRef } from 'preact/hooks';
import { formatJson } from '../format.ts';
import { Field, describedBy } from './Field.tsx';

interface BodyFieldProps {
  id: string;
  mediaType: string;
  /** Whether the editor can tidy the text up. */
  json: boolean;
  required: boolean;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

/** The body as text, with the numbers of its lines. Tab leaves the field as it leaves any other. */
export function BodyField({ id, mediaType, json, required, value, problem, onInput }: BodyFieldProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split('\n').length;
  const marks = (
    <>
      <span class="ob-field-type">{mediaType}</span>
      {required && <span class="ob-field-required">required</span>}
      {json && (
        <button
          type="button"
          class="ob-link"
          disabled={problem !== undefined || value === ''}
          onClick={() => onInput(formatJson(value))}
        >
          Format
        </button>
      )}
    </>
  );
  return (
    <Field id={id} label="Body" problem={problem} marks={marks}>
      <div class="ob-editor">
        <div class="ob-editor-lines" aria-hidden="true" ref={gutter}>
          {Array.from({ length: lines }, (_, index) => `${index + 1}\n`).join('')}
        </div>
        <textarea
          id={id}
          data-field="body"
          {...describedBy(id, undefined, problem)}
          rows={Math.min(Math.max(lines, 3), 16)}
          wrap="off"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          onScroll={(event) => gutter.current?.scrollTo(0, event.currentTarget.scrollTop)}
        />
      </div>
    </Field>
  );
}
