import { useRef } from 'preact/hooks';
import type { ValueFieldProps } from './field.ts';
import { idOf, typeWord } from './field.ts';
import { blankOf } from './blank-value.ts';

/** What stands beside a value's name: its type, and what else it can be: another kind, null, nothing at all. */
export function FieldMarks(props: ValueFieldProps) {
  const { form, shape, node, pointer, label, required, bare, write } = props;
  const draft = useRef<string | undefined>(undefined);
  const isNull = node?.type === 'null';
  const toggleNull = () => {
    if (node && !isNull) draft.current = form.text.slice(node.start, node.end);
    write(isNull ? (draft.current ?? props.blank ?? blankOf(form.shapes, shape)) : 'null');
  };
  return (
    <>
      {!bare && !props.chooser && shape.kind !== 'object' && shape.kind !== 'list' && (
        <span class="ob-field-type">{typeWord(shape)}</span>
      )}
      {required && pointer !== '' && <span class="ob-field-required">required</span>}
      {shape.deprecated && <span class="ob-field-deprecated">deprecated</span>}
      <span class="ob-field-tools">
        {props.chooser}
        {props.nullable && shape.kind !== 'choice' && (
          <button
            type="button"
            class="ob-link"
            aria-pressed={isNull}
            aria-label={`${label} is null`}
            onClick={toggleNull}
          >
            null
          </button>
        )}
        <RemoveButton {...props} />
      </span>
    </>
  );
}

/** Takes an item away, or leaves a member out that is not required. */
function RemoveButton({ form, node, pointer, label, required, write, removeLabel }: ValueFieldProps) {
  const leaveOut = () => {
    write(undefined);
    document.getElementById(idOf(form, pointer))?.focus();
  };
  const canLeaveOut = node !== undefined && !required && pointer !== '';
  if (removeLabel === undefined && !canLeaveOut) return null;
  const name = removeLabel ?? `Leave out ${label}`;
  return (
    <button
      type="button"
      class="ob-link"
      aria-label={name}
      title={name}
      onClick={removeLabel ? () => write(undefined) : leaveOut}
    >
      ×
    </button>
  );
}
