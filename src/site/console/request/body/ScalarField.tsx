import { Field, describedBy } from '../../../ui/fields/Field.tsx';
import { isNumber } from './carry-over.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { FieldMarks } from './FieldMarks.tsx';
import type { ValueFieldProps } from './field.ts';
import { fieldAt, hintOf, idOf } from './field.ts';
import { Mismatch } from './Mismatch.tsx';
import { blankOf } from './blank-value.ts';
import { TextControl, shownText } from './TextControl.tsx';

/** A value that one control can show: a text, a number, a choice, a file. */
export function ScalarField(props: ValueFieldProps) {
  const { form, shape, node, pointer, label, bare, write } = props;
  const { kind, format } = shape;
  const id = idOf(form, pointer);
  const problem = form.problems.get(pointer);
  const hint = bare ? undefined : hintOf(props);
  const isComposite = node?.type === 'object' || node?.type === 'array';
  const shared = { id, 'data-field': fieldAt(pointer), ...describedBy(id, hint, problem) };
  const source = node && form.text.slice(node.start, node.end);
  const typed = (text: string) => {
    if (kind === 'number' && isNumber(text)) return write(text);
    // Where a blank field can only mean that there is nothing, it is left out.
    if (text === '' && !props.removeLabel && (kind === 'number' || format?.startsWith('date'))) return write(undefined);
    write(JSON.stringify(text));
  };
  return (
    <Field id={id} label={label} bare={bare} hint={hint} problem={problem} marks={<FieldMarks {...props} />}>
      {isComposite ? (
        <Mismatch node={node} label={label} onReplace={() => write(blankOf(form.shapes, shape))} />
      ) : kind === 'choice' ? (
        <ChoiceControl shared={shared} shape={shape} source={source} canLeaveOut={!props.removeLabel} write={write} />
      ) : kind === 'file' && form.fileParts ? (
        <form.fileParts.Control
          attributes={shared}
          files={form.fileParts.files}
          name={shownText(source)}
          onName={(name) => write(JSON.stringify(name))}
        />
      ) : (
        <TextControl shared={shared} shape={shape} source={source} onInput={typed} />
      )}
    </Field>
  );
}
