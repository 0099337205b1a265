import type { ComponentChildren } from 'preact';

interface FieldProps {
  /** Id of the control; its hint and its problem get ids made from it. */
  id: string;
  label: string;
  /** Beside the label: the type, `required`. */
  marks?: ComponentChildren;
  hint?: string | undefined;
  problem?: string | undefined;
  /** The label is for screen readers: what is beside the control says enough to the eye. */
  bare?: boolean | undefined;
  children?: ComponentChildren;
}

/** A label, a control, what is wrong with it and a hint. The control points to both by `describedBy`. */
export function Field({ id, label, marks, hint, problem, bare, children }: FieldProps) {
  return (
    <div class="ob-field" data-bare={bare ? '' : undefined} data-invalid={problem === undefined ? undefined : ''}>
      <div class="ob-field-head">
        <label for={id} class={bare ? 'ob-hidden' : undefined}>
          {label}
        </label>
        {marks}
      </div>
      {children}
      {problem !== undefined && (
        <p class="ob-field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint && (
        <p class="ob-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Attributes that tie a control to its problem, its hint and one more text. */
export function describedBy(id: string, hint: string | undefined, problem: string | undefined, other?: string) {
  const ids = [problem === undefined ? undefined : `${id}-problem`, hint ? `${id}-hint` : undefined, other];
  return {
    'aria-describedby': ids.filter((name) => name !== undefined).join(' ') || undefined,
    'aria-invalid': problem === undefined ? undefined : true,
  };
}
