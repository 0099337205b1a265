/** What the parts of the body form share. */
import type { ComponentChildren, FunctionComponent } from 'preact';
import type { FormShape } from '../../../../openapi/request/body-form.ts';
import { escapeStep } from '../../../../json-text/json-pointer.ts';
import { plainText } from '../../../ui/fields/plain-text.ts';
import type { FileControlProps } from '../media-types/FileControl.tsx';
import type { JsonNode } from '../../../../json-text/tree.ts';

export interface BodyFormState {
  /** Prefix of ids, unique on the page. */
  id: string;
  shapes: FormShape[];
  /** The body as it stands in the JSON editor. */
  text: string;
  edit: (text: string) => void;
  /** What is wrong, by JSON Pointer. */
  problems: ReadonlyMap<string, string>;
  /** Of a body whose files are sent as such. */
  fileParts?: { files: Map<string, File>; Control: FunctionComponent<FileControlProps> } | undefined;
}

export interface ValueFieldProps {
  form: BodyFormState;
  shape: FormShape;
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
  /** Of the union that this is an alternative of. */
  hint?: string | undefined;
}

/** What the parts that hold further values are given. */
export interface CompositeProps extends ValueFieldProps {
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
  return `${pointer}/${escapeStep(String(step))}`;
}

/** Whether something is wrong with a value or inside it. */
export function hasProblem({ problems }: BodyFormState, pointer: string): boolean {
  return [...problems.keys()].some((place) => place === pointer || place.startsWith(`${pointer}/`));
}

/** What a value is and must keep to. */
export function hintOf({ shape, hint }: ValueFieldProps): string {
  return [plainText(hint ?? shape.hint ?? ''), shape.limits].filter(Boolean).join(' · ');
}

/** The type in a word or two. */
export function typeWord({ kind, type = '', fields }: FormShape): string {
  if (kind === 'list') return 'list';
  return kind === 'object' ? (fields?.length ? 'object' : 'map') : type;
}
