import { useRef, useState } from 'preact/hooks';
import { alternativeOf } from './alternative.ts';
import { carryOver } from './carry-over.ts';
import type { ValueFieldProps } from './field.ts';
import { valueOf } from './json-tree.ts';
import { ListField } from './ListField.tsx';
import { ObjectField } from './ObjectField.tsx';
import { ScalarField } from './ScalarField.tsx';
import type { Alternative, Shape } from './shape.ts';
import { blankOf, shapeOf } from './shape.ts';

/** The control that suits a schema, whatever it is. */
export function ValueField(props: ValueFieldProps) {
  const shape = shapeOf(props.form.root, props.schema);
  if (shape.alternatives) return <UnionField {...props} shape={shape} alternatives={shape.alternatives} />;
  const nullable = props.nullable === true || shape.nullable;
  const parts = { ...props, shape, nullable, ValueField };
  if (shape.kind === 'object') return <ObjectField {...parts} />;
  if (shape.kind === 'list') return <ListField {...parts} />;
  return <ScalarField {...parts} />;
}

interface UnionFieldProps extends ValueFieldProps {
  shape: Shape;
  alternatives: Alternative[];
}

/** One of several kinds of value, and the choice between them. What was filled in under another kind is kept for a return. */
function UnionField({ shape, alternatives, ...props }: UnionFieldProps) {
  const { form, node, label, write } = props;
  const [preferred, setPreferred] = useState<number>();
  const drafts = useRef(new Map<number, string>());
  const isValue = node !== undefined && node.type !== 'null';
  const like = isValue ? alternativeOf(form.root, shape, valueOf(form.text, node), preferred) : -1;
  const index = like >= 0 ? like : (preferred ?? 0);
  const chosen = alternatives[index];
  if (chosen === undefined) return null;
  const { discriminator } = shape;
  const blankAt = (at: number) => {
    const { schema, values } = alternatives[at] ?? chosen;
    return blankOf(form.root, schema, values, discriminator);
  };
  const choose = (next: number) => {
    const text = isValue ? form.text.slice(node.start, node.end) : undefined;
    if (text !== undefined) drafts.current.set(index, text);
    setPreferred(next);
    const schema = alternatives[next]?.schema ?? true;
    write(drafts.current.get(next) ?? carryOver(form.root, schema, text, blankAt(next)));
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
      schema={chosen.schema}
      chooser={chooser}
      nullable={props.nullable === true || shape.nullable}
      blank={blankAt(index)}
      description={props.description ?? shape.flat.description}
      write={(json) => {
        setPreferred(index);
        write(json);
      }}
    />
  );
}
