import { useRef, useState } from 'preact/hooks';
import { alternativeOf } from './matching-alternative.ts';
import { blankAlternative } from './blank-value.ts';
import { carryOver } from './carry-over.ts';
import type { ValueFieldProps } from './field.ts';
import { valueOf } from '../../../../json-text/tree.ts';
import { ListField } from './ListField.tsx';
import { ObjectField } from './ObjectField.tsx';
import { ScalarField } from './ScalarField.tsx';

/** The control that suits a shape, whatever it is. */
export function ValueField(props: ValueFieldProps) {
  const { kind, nullable } = props.shape;
  if (kind === 'union') return <UnionField {...props} />;
  const parts = { ...props, nullable: props.nullable || nullable, ValueField };
  if (kind === 'object') return <ObjectField {...parts} />;
  if (kind === 'list') return <ListField {...parts} />;
  return <ScalarField {...parts} />;
}

/** One of several kinds of value, and the choice between them. What was filled in under another kind is kept for a return. */
function UnionField(props: ValueFieldProps) {
  const { form, shape, node, label, write } = props;
  const { alternatives = [] } = shape;
  const [preferred, setPreferred] = useState<number>();
  const drafts = useRef(new Map<number, string>());
  const nullable = props.nullable || shape.nullable;
  const isValue = node !== undefined && !(nullable && node.type === 'null');
  const like = isValue ? alternativeOf(form.shapes, shape, valueOf(form.text, node), preferred) : -1;
  const index = like >= 0 ? like : (preferred ?? 0);
  const shapeAt = (at: number) => form.shapes[alternatives[at]?.shape ?? -1];
  const chosen = shapeAt(index);
  if (chosen === undefined) return null;
  const blankAt = (at: number) => {
    const alternative = alternatives[at];
    return alternative ? blankAlternative(form.shapes, shape, alternative) : 'null';
  };
  const choose = (next: number) => {
    const text = isValue ? form.text.slice(node.start, node.end) : undefined;
    if (text !== undefined) drafts.current.set(index, text);
    setPreferred(next);
    write(drafts.current.get(next) ?? carryOver(shapeAt(next), text, blankAt(next)));
  };
  const chooser = (
    <>
      {props.chooser}
      <select
        class="ob-chooser"
        aria-label={`Kind of ${label}`}
        value={index}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {alternatives.map(({ name }, at) => (
          <option key={name} value={at}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
  return (
    <ValueField
      {...props}
      key={index}
      shape={chosen}
      chooser={chooser}
      nullable={nullable}
      blank={blankAt(index)}
      hint={props.hint ?? shape.hint}
      write={(json) => {
        setPreferred(index);
        write(json);
      }}
    />
  );
}
