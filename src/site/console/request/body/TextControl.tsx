import { useState } from 'preact/hooks';
import type { FormShape } from '../../../../openapi/request/body-form.ts';

interface TextControlProps {
  shared: Record<string, unknown>;
  shape: FormShape;
  /** JSON of the value; `undefined` where it is left out. */
  source: string | undefined;
  onInput: (text: string) => void;
}

/** A longer text than this, in characters, gets more than one line. */
const longText = 300;

/** A line of text, or several, or the browser's own control for a date. What does not suit that control stays text. */
export function TextControl({ shared, shape, source, onInput }: TextControlProps) {
  const value = shownText(source);
  // Chosen once: a control that changes under the reader's fingers would lose the caret.
  const [type] = useState(() => inputType(shape, value));
  const rest = {
    ...shared,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    placeholder: placeholderOf(shape, source),
  } as const;
  if (shape.kind === 'text' && (value.includes('\n') || (shape.maxLength ?? 0) >= longText) && !shape.format) {
    const rows = Math.min(Math.max(value.split('\n').length, 2), 8);
    return <textarea {...rest} rows={rows} value={value} onInput={(event) => onInput(event.currentTarget.value)} />;
  }
  if (type === 'datetime-local') {
    return (
      <div class="ob-utc">
        <input
          {...rest}
          type={type}
          step="1"
          value={value.replace(/Z$/, '')}
          onInput={({ currentTarget: { value: time } }) => onInput(time && `${withSeconds(time)}Z`)}
        />
        <span>UTC</span>
      </div>
    );
  }
  const attributes: Record<string, unknown> = { ...rest, type, inputMode: inputMode(shape) };
  return <input {...attributes} value={value} onInput={(event) => onInput(event.currentTarget.value)} />;
}

/** A text without its quotes; anything else as it stands in the JSON. */
export function shownText(source: string | undefined): string {
  if (source === undefined || source === 'null') return '';
  return source.startsWith('"') ? (JSON.parse(source) as string) : source;
}

function inputType({ format }: FormShape, value: string): 'text' | 'date' | 'datetime-local' {
  if (format === 'date' && /^(?:\d{4}-\d\d-\d\d)?$/.test(value)) return 'date';
  if (format === 'date-time' && /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)?$/.test(value))
    return 'datetime-local';
  return 'text';
}

function inputMode({ format, type, kind }: FormShape) {
  if (kind === 'number') return type === 'integer' ? 'numeric' : 'decimal';
  if (format === 'email') return 'email';
  return format === 'uri' || format === 'url' ? 'url' : undefined;
}

/** Browsers leave seconds of zero out. */
function withSeconds(time: string): string {
  return /T\d\d:\d\d$/.test(time) ? `${time}:00` : time;
}

/** Tells apart what an empty field can mean. */
function placeholderOf({ default: preset, example }: FormShape, source: string | undefined): string {
  if (source === 'null') return 'null';
  if (source !== undefined) return 'empty text';
  if (preset !== undefined) return `default: ${String(preset)}`;
  return example === undefined ? '' : `e.g. ${example}`;
}
