import { useEffect, useRef, useState } from 'preact/hooks';
import type { Schema } from '../../../openapi/document.ts';
import type { Field as SchemaField } from '../../../openapi/schema.ts';
import type { CompositeProps } from './field.ts';
import { idOf, pointerTo } from './field.ts';
import { removeChild, renameMember, replaceNode } from './json-edit.ts';
import type { JsonChild, JsonNode } from './json-tree.ts';
import { blankOf } from './shape.ts';

interface EntryFieldsProps extends CompositeProps {
  object: JsonNode | undefined;
  fields: SchemaField[];
  writeMember: (name: string, json: string) => void;
}

/** The members that the schema does not name: entries of a map, or what it does not know, each with a name to change. */
export function EntryFields({ object, fields, writeMember, ...props }: EntryFieldsProps) {
  const { form, shape, pointer, label } = props;
  const [added, setAdded] = useState<number>();
  const [generation, setGeneration] = useState(0);
  const addButton = useRef<HTMLButtonElement>(null);
  const known = new Set(fields.filter(({ kind }) => kind === 'property').map(({ name }) => name));
  const entries = object?.children.filter(({ name }) => !known.has(name)) ?? [];
  const open =
    shape.flat.additionalProperties !== false && (fields.some(({ kind }) => kind !== 'property') || known.size === 0);
  const nameId = (index: number) => `${idOf(form, pointer)}-name-${index}`;
  useEffect(() => {
    if (added !== undefined) document.getElementById(nameId(added))?.focus();
  }, [added]);
  const add = () => {
    setAdded(entries.length);
    const name = freshName(object);
    writeMember(name, blankOf(form.root, schemaFor(name, fields)));
  };
  const change = (child: JsonChild, json: string | undefined) => {
    if (json !== undefined) return form.edit(replaceNode(form.text, child.node, json));
    if (!object) return;
    setGeneration(generation + 1);
    setAdded(undefined);
    form.edit(removeChild(form.text, object, object.children.indexOf(child)));
    addButton.current?.focus();
  };
  return (
    <>
      {entries.map((child, index) => (
        <div class="ob-entry" key={`${generation}-${index}`}>
          <input
            id={nameId(index)}
            type="text"
            aria-label={`Name of entry ${index + 1} in ${label}`}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={child.name}
            onInput={(event) => form.edit(renameMember(form.text, child, event.currentTarget.value))}
          />
          <props.ValueField
            form={form}
            schema={schemaFor(child.name, fields)}
            node={child.node}
            pointer={pointerTo(pointer, child.name)}
            label={child.name || 'entry'}
            bare
            fresh={index === added}
            removeLabel={`Remove ${child.name || 'entry'}`}
            write={(json) => change(child, json)}
          />
        </div>
      ))}
      {open && (
        <p>
          <button type="button" class="ob-link" ref={addButton} onClick={add} aria-label={`Add an entry to ${label}`}>
            + Add entry
          </button>
        </p>
      )}
    </>
  );
}

function schemaFor(name: string, fields: SchemaField[]): Schema {
  const pattern = fields.find((field) => field.kind === 'pattern' && matches(name, field.name));
  return (pattern ?? fields.find(({ kind }) => kind === 'additional'))?.schema ?? true;
}

/** A pattern that this browser cannot read matches nothing. */
function matches(name: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}

function freshName(object: JsonNode | undefined): string {
  const taken = new Set(object?.children.map(({ name }) => name));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? 'key' : `key_${n}`;
    if (!taken.has(name)) return name;
  }
}
