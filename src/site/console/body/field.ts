/** What the parts of the body form share. */
import type { ComponentChildren, FunctionComponent } from 'preact';
import type { Schema, SchemaObject, SchemaRoot } from '../../../openapi/document.ts';
import { constraintsOf } from '../../../openapi/constraints.ts';
import { plainText } from '../format.ts';
import type { JsonNode } from './json-tree.ts';
import type { Shape } from './shape.ts';

export interface BodyFormState {
  /** Prefix of ids, unique on the page. */
  id: string;
  root: SchemaRoot;
  /** The body as it stands in the JSON editor. */
  text: string;
  edit: (text: string) => void;
  /** What is wrong, by JSON Pointer. */
  problems: ReadonlyMap<string, string>;
  /** Keeps a file for a field that is sent as one; unset where the body has no files. */
  setFile?: ((pointer: string, file: File) => void) | undefined;
}

export interface ValueFieldProps {
  form: BodyFormState;
  schema: Schema;
  /** `undefined` where the value is left out. */
  node: JsonNode | undefined;
  /** JSON Pointer of the value. */
  pointer: string;
  label: string;
  required?: boolean;
  /** Takes JSON; `undefined` leaves the value out. */
  write: (json: string | undefined) => void;
  /** Of an item or entry: said on the button that removes it. */
  removeLabel?: string | undefined;
  /** Without a visible label: an item of a list, an entry of a map. */
  bare?: boolean;
  /** Unfolded at once: the reader has just added it. */
  fresh?: boolean;
  /** Chooses between alternatives. */
  chooser?: ComponentChildren;
  /** Whether null is a value by the schema around this one. */
  nullable?: boolean;
  /** JSON to start from where the value is made by filling in one of its members. */
  blank?: string;
  /** Texts of the schema around this one. */
  description?: string | undefined;
}

/** What the parts that hold further values are given. */
export interface CompositeProps extends ValueFieldProps {
  shape: Shape;
  /** Given by the caller, which the parts cannot import. */
  ValueField: FunctionComponent<ValueFieldProps>;
}

/** Id of a value's control. A pointer may hold any character, an id that others refer to no space. */
export function idOf(form: BodyFormState, pointer: string): string {
  return `${form.id}${encodeURIComponent(pointer)}`;
}

/** `data-field` of a value's control. */
export function fieldAt(pointer: string): string {
  return `body${pointer}`;
}

export function pointerTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether something is wrong with a value or inside it. */
export function hasProblem({ problems }: BodyFormState, pointer: string): boolean {
  return [...problems.keys()].some((place) => place === pointer || place.startsWith(`${pointer}/`));
}

/** The first sentence of a description, then what a value must keep to. */
export function hintOf(root: SchemaRoot, flat: SchemaObject, description = flat.description): string {
  const text = plainText(description ?? '');
  const sentence = /^.{12,}?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  const constraints = constraintsOf(root, flat)
    .filter(({ label }) => label !== 'default' && label !== 'always')
    .map(({ label, value }) => (value === undefined ? label : `${label} ${value}`));
  return [sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence, ...constraints].filter(Boolean).join(' · ');
}

/** The type in a word or two. */
export function typeWord({ flat, kind }: Shape): string {
  if (kind === 'list') return 'list';
  if (kind === 'object') return flat.properties ? 'object' : 'map';
  const type = [flat.type ?? []].flat().find((name) => name !== 'null');
  return flat.format ?? type ?? '';
}
