import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FieldMarks } from './FieldMarks.tsx';
import type { ValueFieldProps } from './field.ts';
import { fieldAt, hasProblem, hintOf, idOf, typeWord } from './field.ts';
import { Mismatch } from './Mismatch.tsx';
import { blankOf } from './blank-value.ts';

interface FoldProps extends ValueFieldProps {
  /** How many there are, in words. */
  count: string;
  /** Made when it is first seen: a schema may go on for ever. */
  children: () => ComponentChildren;
}

/** A value with values in it, under its name. The body itself has no name and is never folded. */
export function Fold({ count, children, ...props }: FoldProps) {
  const { form, shape, node, pointer, label } = props;
  const [open, setOpen] = useState(props.fresh === true || (node !== undefined && pointer.split('/').length < 3));
  const id = idOf(form, pointer);
  const hint = hintOf(props);
  const problem = form.problems.get(pointer);
  const wanted = shape.kind === 'list' ? 'array' : 'object';
  const content = () => (
    <>
      {problem !== undefined && (
        <p class="ob-field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class="ob-field-head">
        {hint && pointer !== '' && <p class="ob-field-hint">{hint}</p>}
        <FieldMarks {...props} />
      </div>
      {node && node.type !== wanted
        ? node.type !== 'null' && (
            <Mismatch
              node={node}
              label={label}
              onReplace={() => props.write(props.blank ?? blankOf(form.shapes, shape))}
            />
          )
        : children()}
    </>
  );
  if (pointer === '') return <div class="ob-form">{content()}</div>;
  const shown = open || hasProblem(form, pointer);
  return (
    <details
      class="ob-fold ob-value"
      open={shown}
      data-invalid={problem === undefined ? undefined : ''}
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      <summary
        id={id}
        data-field={fieldAt(pointer)}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      >
        {label}{' '}
        <span class="ob-fold-count">
          {typeWord(shape)}
          {node ? (node.type === 'null' ? ', null' : node.type === wanted && `, ${count}`) : ', left out'}
        </span>
      </summary>
      {shown && (
        <div class="ob-form" role="group" aria-labelledby={id}>
          {content()}
        </div>
      )}
    </details>
  );
}
