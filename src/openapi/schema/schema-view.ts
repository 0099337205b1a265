/** What is told of a schema, as data: HTML and Markdown print it. `SchemaViews` makes it. */
import type { ExternalDocs } from '../document/openapi-document.ts';
import type { Condition } from './conditions.ts';
import type { EnumValue } from './enum-values.ts';
import type { Constraint } from './facts.ts';
import type { Field } from './fields.ts';
import type { Complex } from './schema-size.ts';
import type { Union, Variant } from './union.ts';

/** What is told of a value beside its name and its members. */
export interface ValueView {
  /** `string (date-time) or null`, `array of Pet`. */
  type: string;
  /** Markdown; '' where there is none. */
  description: string;
  deprecated: boolean;
  /** These, and all else that is told, hold for every value but `null`, which the type allows or not. */
  constraints: Constraint[];
  /** The allowed values, where they are listed. */
  values: EnumValue[];
  /** Short ones, where nothing else tells what a value looks like. */
  examples: string[];
  externalDocs?: ExternalDocs;
  /** Whether type and facts tell all of it: it has neither fields nor alternatives nor conditions. */
  isPlain: boolean;
}

/** A value with what is told of its members. */
export interface Told {
  value: ValueView;
  nested?: NestedView;
  /** Where the members are: in the value itself, in the items of a list, in the values of a map. */
  path: Complex['path'];
}

/** A property, or what stands for properties without a name. */
export interface FieldView extends Told {
  /** The property's name, a pattern, or '' for any other property; of an item of a tuple its index, `2+` for all further ones. */
  name: string;
  kind: Field['kind'] | 'item';
  marks: ('required' | 'deprecated' | 'read-only' | 'write-only')[];
}

/** Members in place, or a link to the page of the component that has them. */
export type NestedView = MembersView | LinkView;

export interface LinkView {
  kind: 'link';
  /** Of the component. */
  name: string;
  address: string;
}

/** What an object, tuple or union consists of. Made once for each component, so the same one wherever it is shown in the same way. */
export interface MembersView {
  kind: 'members';
  /** The component's name, or how to call what has none. */
  title: string;
  /** How many fields and alternatives are shown, nested ones included. */
  size: number;
  /** Components whose members it has, too, on pages of their own. */
  bases: LinkView[];
  fields: FieldView[];
  /** Each of them holds. */
  unions: UnionView[];
  conditions: ConditionView[];
}

export interface UnionView {
  match: Union['match'];
  /** The property that tells which alternative it is. */
  discriminator?: string;
  variants: VariantView[];
}

/** Stands before the examples of a value. */
export const examplesLabel = ({ length }: readonly string[]): string => (length === 1 ? 'example' : 'examples');

/** What stands above the alternatives. */
export const UNION_TITLES: Readonly<Record<UnionView['match'], string>> = {
  one: 'One of',
  any: 'Any of',
  subtypes: 'Subtypes',
};

/** What stands with the alternative that holds where the discriminator chooses none. */
export const OTHERWISE = 'where nothing else is told';

export interface VariantView extends Pick<Variant, 'name' | 'values' | 'isDefault'>, Told {
  /** Members that it makes required and says nothing else of: the whole tells of them. */
  required: string[];
}

/** What holds only sometimes, or of what has no name. */
export interface ConditionView extends Pick<Condition, 'title'>, Told {
  /** Members that it makes required and says nothing else of. */
  required: string[];
  /** Whether it names a type, which is then told. */
  isTyped: boolean;
}
