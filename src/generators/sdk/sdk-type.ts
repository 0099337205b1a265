/** The forms that a value of the API takes, without a word of any language. Objects, enums and unions always have a name. */
export type SdkType =
  | { kind: 'string'; format?: string }
  | { kind: 'integer' | 'number' | 'boolean' | 'any' }
  | { kind: 'constant'; value: string | number | boolean }
  | { kind: 'array'; items: SdkType }
  | { kind: 'map'; values: SdkType }
  /** Only inside arrays and maps and as a result; of a field `nullable` tells it. */
  | { kind: 'nullable'; of: SdkType }
  | { kind: 'named'; name: string };

/** Where a type occurs; a type may occur in several places. */
export type SdkUse = 'request' | 'response' | 'event';

interface Named {
  /** As in the document: `ContactCreate`. */
  name: string;
  /** Markdown, '' where there is none. */
  description: string;
  usedIn: SdkUse[];
}

export type SdkNamedType = SdkObject | SdkEnum | SdkUnion | SdkAlias;

/** An object. What is required may still be absent in an answer of a later version, and more may be there: readers must not throw. */
export interface SdkObject extends Named {
  kind: 'object';
  /** In the order of the document, `allOf` merged. */
  fields: SdkField[];
}

export interface SdkField {
  /** As it is sent: `else` and `then` are names, too. */
  name: string;
  type: SdkType;
  /** Required and nullable say different things: absent is not null. */
  required: boolean;
  nullable: boolean;
  deprecated: boolean;
  description: string;
  default?: unknown;
  example?: unknown;
}

/** Always open: a value that is not listed must be readable. */
export interface SdkEnum extends Named {
  kind: 'enum';
  values: { value: string; description: string }[];
}

export interface SdkUnion extends Named {
  kind: 'union';
  /** The field whose value tells the members apart; without it, the fields that only one member has do. */
  discriminator?: string;
  members: SdkUnionMember[];
}

export interface SdkUnionMember {
  type: SdkType;
  /** The discriminator's value. */
  value?: string;
  /** Required fields that no other member has. */
  ownFields: string[];
}

/** A name for something that is neither object, enum nor union: an id, a list, a map. */
export interface SdkAlias extends Named {
  kind: 'alias';
  type: SdkType;
}

/** The names that a type refers to directly. */
export function namesIn(type: SdkType): string[] {
  switch (type.kind) {
    case 'named':
      return [type.name];
    case 'array':
      return namesIn(type.items);
    case 'map':
      return namesIn(type.values);
    case 'nullable':
      return namesIn(type.of);
    default:
      return [];
  }
}

/** The names that a named type refers to directly. */
export function namesOf(named: SdkNamedType): string[] {
  switch (named.kind) {
    case 'object':
      return named.fields.flatMap(({ type }) => namesIn(type));
    case 'union':
      return named.members.flatMap(({ type }) => namesIn(type));
    case 'alias':
      return namesIn(named.type);
    case 'enum':
      return [];
  }
}
