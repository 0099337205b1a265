import { useState } from 'preact/hooks';
import type { FormShape } from '../../../../openapi/request/body-form.ts';
import { EntryFields } from './EntryFields.tsx';
import type { CompositeProps, ValueFieldProps } from './field.ts';
import { hasProblem, pointerTo } from './field.ts';
import { Fold } from './Fold.tsx';
import { addChild, removeChild, replaceNode } from '../../../../json-text/edit.ts';
import { memberOf, parseJson } from '../../../../json-text/tree.ts';
import { blankOf } from './blank-value.ts';

type MemberField = NonNullable<FormShape['fields']>[number];

/** The members that the schema names, then all others. */
export function ObjectField(props: CompositeProps) {
  const { node, shape } = props;
  const object = node?.type === 'object' ? node : undefined;
  const extras = object?.children.length ?? 0;
  return (
    <Fold {...props} count={`${extras} ${extras === 1 ? 'field' : 'fields'}`}>
      {() => (
        <>
          <Properties {...props} fields={shape.fields ?? []} />
          <EntryFields {...props} object={object} writeMember={writeMember(props)} />
        </>
      )}
    </Fold>
  );
}

/** Required and filled-in members in sight, the others folded. Which is which does not change while the reader types. */
function Properties({ fields, ...props }: CompositeProps & { fields: MemberField[] }) {
  const { form, node, pointer } = props;
  const [present] = useState(() => new Set(node?.children.map(({ name }) => name)));
  const [open, setOpen] = useState(false);
  const first = fields.filter(({ name, required }) => required || present.has(name));
  const rest = fields.filter((field) => !first.includes(field));
  const folded = first.length > 0 && rest.length > 1;
  const shown = open || rest.some(({ name }) => hasProblem(form, pointerTo(pointer, name)));
  return (
    <>
      {first.map((field) => memberField(field, props))}
      {folded ? (
        <details
          class="ob-fold"
          open={shown}
          onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
        >
          <summary>
            Optional fields <span class="ob-fold-count">{rest.length}</span>
          </summary>
          {shown && <div class="ob-form">{rest.map((field) => memberField(field, props))}</div>}
        </details>
      ) : (
        rest.map((field) => memberField(field, props))
      )}
    </>
  );
}

function memberField({ name, required, shape: index }: MemberField, props: CompositeProps) {
  const { form, node, pointer, ValueField } = props;
  const shape = form.shapes[index];
  return (
    shape && (
      <ValueField
        key={name}
        form={form}
        shape={shape}
        node={memberOf(node, name)}
        pointer={pointerTo(pointer, name)}
        label={name}
        required={required === true}
        write={(json) => writeMember(props)(name, json)}
      />
    )
  );
}

/** Sets or leaves out a member; an object that is not there yet comes into being with its first member. */
function writeMember({ form, node, shape, blank, write }: CompositeProps) {
  return (name: string, json: string | undefined) => {
    if (node?.type === 'object') return form.edit(withMember(form.text, node, name, json));
    const start = blank ?? blankOf(form.shapes, shape);
    const made = parseJson(start);
    if (json !== undefined && made) write(withMember(start, made, name, json));
  };
}

function withMember(
  text: string,
  object: NonNullable<ValueFieldProps['node']>,
  name: string,
  json: string | undefined,
) {
  const member = memberOf(object, name);
  if (member) {
    if (json !== undefined) return replaceNode(text, member, json);
    return removeChild(text, object, member.index);
  }
  return json === undefined ? text : addChild(text, object, json, name);
}
