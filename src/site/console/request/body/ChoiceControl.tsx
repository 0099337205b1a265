import type { FormShape } from '../../../../openapi/request/body-form.ts';
import { choicesOf } from './blank-value.ts';

interface ChoiceControlProps {
  shared: Record<string, unknown>;
  shape: FormShape;
  /** JSON of the value; `undefined` where it is left out. */
  source: string | undefined;
  canLeaveOut: boolean;
  write: (json: string | undefined) => void;
}

/** One of the values that the schema names. A value that it does not name is kept and shown. */
export function ChoiceControl({ shared, shape, source, canLeaveOut, write }: ChoiceControlProps) {
  const current = source ?? '';
  const choices = choicesOf(shape).map((value) => ({ json: JSON.stringify(value), label: literalOf(value) }));
  const known = current === '' || choices.some(({ json }) => json === current);
  const preset = shape.default;
  return (
    <select
      {...shared}
      value={current}
      onChange={({ currentTarget: { value } }) => write(value === '' ? undefined : value)}
    >
      {(canLeaveOut || current === '') && (
        <option value="">{preset === undefined ? '—' : `— (default: ${literalOf(preset)})`}</option>
      )}
      {choices.map(({ json, label }) => (
        <option key={json} value={json}>
          {label}
        </option>
      ))}
      {!known && <option value={current}>{current} (not in the list)</option>}
    </select>
  );
}

/** A text without quotes unless it is empty. */
function literalOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
