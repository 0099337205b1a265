import type { OpenApiDocument, Schema, SchemaObject } from '../../openapi/document/openapi-document.ts';
import { atPointer, pointerName } from '../../openapi/document/refs.ts';
import { soleRef } from '../../openapi/schema/component-ref.ts';
import { enumValues } from '../../openapi/schema/enum-values.ts';
import { fieldsOf } from '../../openapi/schema/fields.ts';
import { flatten } from '../../openapi/schema/flatten.ts';
import { acceptsNull, isNullOnly } from '../../openapi/schema/null.ts';
import { isNullable } from '../../openapi/schema/nullable.ts';
import { typesOf } from '../../openapi/document/schema-types.ts';
import type { SdkField, SdkNamedType, SdkType, SdkUnionMember, SdkUse } from './sdk-type.ts';
import { namesIn, namesOf } from './sdk-type.ts';
import { pascalCase } from './words.ts';

/** Collects the named types that methods and events lead to. */
export class TypeTable {
  readonly #document: OpenApiDocument;
  readonly #types = new Map<string, SdkNamedType>();
  readonly #taken: Set<string>;

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#taken = new Set(Object.keys(document.components?.schemas ?? {}));
  }

  /**
   * The type of a schema. What it leads to is in the table from then on.
   * @param hint the name it gets if it needs one and has none
   */
  use(schema: Schema, hint: string, place: SdkUse): SdkType {
    const type = this.#typeOf(schema, hint);
    for (const name of namesIn(type)) this.#mark(name, place);
    return type;
  }

  get(name: string): SdkNamedType | undefined {
    return this.#types.get(name);
  }

  /** By name, so that a new one moves no other. */
  list(): SdkNamedType[] {
    return [...this.#types.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #mark(name: string, place: SdkUse): void {
    const named = this.#types.get(name);
    if (!named || named.usedIn.includes(place)) return;
    named.usedIn.push(place);
    for (const other of namesOf(named)) this.#mark(other, place);
  }

  #typeOf(schema: Schema, hint: string): SdkType {
    const ref = soleRef(schema);
    if (ref === undefined) return this.#inline(flatten(this.#document, schema), hint);
    const name = pointerName(ref);
    const target = atPointer(this.#document, ref) as Schema;
    // A component that is nothing but another one's name is that one.
    if (soleRef(target) !== undefined) return this.#typeOf(target, name);
    this.#define(name, target);
    return { kind: 'named', name };
  }

  #inline(flat: SchemaObject, hint: string): SdkType {
    if (needsName(flat)) {
      const name = this.#freeName(hint);
      this.#define(name, flat);
      return { kind: 'named', name };
    }
    if (isConstant(flat.const)) return { kind: 'constant', value: flat.const };
    const [type, ...others] = typesOf(flat);
    if (others.length > 0) return { kind: 'any' };
    switch (type) {
      case 'string':
        return { kind: 'string', ...(flat.format !== undefined && { format: flat.format }) };
      case 'integer':
      case 'number':
      case 'boolean':
        return { kind: type };
      case 'array':
        return { kind: 'array', items: this.#member(flat.items ?? true, `${hint}Item`) };
      case 'object':
        return { kind: 'map', values: this.#member(flat.additionalProperties ?? true, `${hint}Value`) };
      default:
        return { kind: 'any' };
    }
  }

  /** Of an array or a map. */
  #member(schema: Schema, hint: string): SdkType {
    const type = this.#typeOf(schema, hint);
    return isNullable(this.#document, schema) ? { kind: 'nullable', of: type } : type;
  }

  #define(name: string, schema: Schema): void {
    if (this.#types.has(name)) return;
    const flat = flatten(this.#document, schema);
    const base = { name, description: flat.description ?? '', usedIn: [] };
    // In the table before its parts are looked at: a type may lead to itself.
    const alternatives = this.#alternativesOf(flat);
    if (alternatives.length > 1) {
      const discriminator = flat.discriminator?.propertyName;
      const members: SdkUnionMember[] = [];
      this.#types.set(name, { ...base, kind: 'union', ...(discriminator !== undefined && { discriminator }), members });
      members.push(...this.#membersOf(alternatives, discriminator, name));
    } else if (flat.properties) {
      const fields: SdkField[] = [];
      this.#types.set(name, { ...base, kind: 'object', fields });
      fields.push(...this.#fieldsOf(flat, name));
    } else if (isEnum(flat)) {
      this.#types.set(name, { ...base, kind: 'enum', values: enumValues(flat).map(asText) });
    } else {
      const alias: SdkNamedType = { ...base, kind: 'alias', type: { kind: 'any' } };
      this.#types.set(name, alias);
      alias.type = this.#inline(flat, name);
    }
  }

  #alternativesOf(flat: SchemaObject): Schema[] {
    return [...(flat.oneOf ?? []), ...(flat.anyOf ?? [])].filter((member) => !isNullOnly(this.#document, member));
  }

  #membersOf(schemas: Schema[], discriminator: string | undefined, parent: string): SdkUnionMember[] {
    const required = schemas.map((schema) => flatten(this.#document, schema).required ?? []);
    return schemas.map((schema, index) => {
      const property = discriminator && flatten(this.#document, schema).properties?.[discriminator];
      const value = property ? flatten(this.#document, property).const : undefined;
      const others = new Set(required.toSpliced(index, 1).flat());
      return {
        type: this.#typeOf(schema, `${parent}${index + 1}`),
        ...(value !== undefined && { value: String(value) }),
        ownFields: (required[index] ?? []).filter((name) => !others.has(name)),
      };
    });
  }

  #fieldsOf(flat: SchemaObject, parent: string): SdkField[] {
    const own = fieldsOf(this.#document, flat, undefined).filter(({ kind }) => kind === 'property');
    return own.map(({ name, required, schema }) => {
      const member = flatten(this.#document, schema);
      const description = (typeof schema === 'object' ? schema.description : undefined) ?? member.description ?? '';
      const example = member.examples?.[0] ?? member.example;
      return {
        name,
        type: this.#typeOf(schema, `${parent}${pascalCase(name)}`),
        required,
        nullable: acceptsNull(this.#document, schema) && isNullable(this.#document, schema),
        deprecated: member.deprecated ?? false,
        description,
        ...(member.default !== undefined && { default: member.default }),
        ...(example !== undefined && { example }),
      };
    });
  }

  #freeName(hint: string): string {
    let name = hint;
    for (let n = 2; this.#taken.has(name); n += 1) name = `${hint}${n}`;
    this.#taken.add(name);
    return name;
  }
}

function needsName(flat: SchemaObject): boolean {
  const alternatives = [...(flat.oneOf ?? []), ...(flat.anyOf ?? [])];
  return flat.properties !== undefined || alternatives.length > 1 || isEnum(flat);
}

/** Values other than texts are no names in any language: such an enum is its plain type. */
function isEnum({ enum: values = [] }: SchemaObject): boolean {
  return values.length > 0 && values.every((value) => value === null || typeof value === 'string');
}

function isConstant(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** `enumValues` writes an empty text with quotes. */
function asText({ value, description }: { value: string; description: string }): {
  value: string;
  description: string;
} {
  return { value: value === '""' ? '' : value, description };
}
