import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormShape } from '../../../../openapi/request/body-form.ts';
import type { CompositeProps } from './field.ts';
import { idOf, pointerTo } from './field.ts';
import { removeChild, renameMember, replaceNode } from '../../../../json-text/edit.ts';
import type { JsonNode } from '../../../../json-text/tree.ts';
import { blankOf } from './blank-value.ts';

interface EntryFieldsProps extends CompositeProps {
  object: JsonNode | undefined;
  writeMember: (name: string, json: string) => void;
}

/** The members that the schema does not name: entries of a map, or what it does not know, each with a name to change. */
export function EntryFields({ object, writeMember, ...props }: EntryFieldsProps) {
  const { form, shape, pointer, label } = props;
  const [added, setAdded] = useState<number>();
  const [generation, setGeneration] = useState(0);
  const addButton = useRef<HTMLButtonElement>(null);
  const known = new Set(shape.fields?.map(({ name }) => name));
  const entries = object?.children.filter(({ name }) => !known.has(name)) ?? [];
  const open = (shape.entries?.length ?? 0) > 0;
  const shapeFor = (name: string) => form.shapes[entryFor(name, shape)?.shape ?? -1];
  const nameId = (index: number) => `${idOf(form, pointer)}-name-${index}`;
  useEffect(() => {
    if (added !== undefined) document.getElementById(nameId(added))?.focus();
  }, [added]);
  const add = () => {
    setAdded(entries.length);
    const name = freshName(object);
    writeMember(name, blankOf(form.shapes, shapeFor(name)));
  };
  const change = (child: JsonNode, json: string | undefined) => {
    if (json !== undefined) return form.edit(replaceNode(form.text, child, json));
    if (!object) return;
    setGeneration(generation + 1);
    setAdded(undefined);
    form.edit(removeChild(form.text, object, child.index));
    addButton.current?.focus();
  };
  return (
    <>
      {entries.map((child, index) => (
        <div class="ob-entry" key={`${generation}-${index}`}>
          <NameInput
            id={nameId(index)}
            label={`Name of entry ${index + 1} in ${label}`}
            value={child.name}
            onInput={(name) => form.edit(renameMember(form.text, child, name))}
          />
          <props.ValueField
            form={form}
            shape={shapeFor(child.name) ?? unknown}
            node={child}
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
          <button type="button" class="ob-link" ref={addButton} onClick={add}>
            + Add entry<span class="ob-hidden"> to {label}</span>
          </button>
        </p>
      )}
    </>
  );
}

interface NameInputProps {
  id: string;
  label: string;
  value: string;
  onInput: (name: string) => void;
}

function NameInput({ id, label, value, onInput }: NameInputProps) {
  return (
    <input
      id={id}
      type="text"
      aria-label={label}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

/** A member that the schema has no place for is shown as what it is. */
const unknown: FormShape = { kind: 'text' };

function entryFor(name: string, { entries = [] }: FormShape) {
  return entries.find(({ pattern }) => pattern === '' || matches(name, pattern));
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
