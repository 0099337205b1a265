/** TypeScript types of what a JSON Schema describes. */
import type { Schema, SchemaObject } from '../../../../openapi/document/openapi-document.ts';
import { intersection, literal, printType, text, union } from './typescript-type.ts';
import type { TypeMember, TypeNode } from './typescript-type.ts';

const plain: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** Names that a declaration cannot have. */
const reserved =
  /^(?:any|unknown|never|object|string|number|boolean|symbol|bigint|void|null|undefined|true|false|default|enum|class|interface|function|import|export|new|in|if|for|do|this)$/;

/**
 * Declarations for a response body: one called `name`, and one for each definition that it uses, in order of first use.
 * Members that are only written (`writeOnly`) are left out.
 */
export function typesOfSchema(schema: Schema, $defs: Record<string, Schema>, name: string): string {
  const names = new Map<string, string>();
  const taken = new Set([name]);
  const nameOf = (ref: string): string => {
    const known = names.get(ref);
    if (known !== undefined) return known;
    const fresh = freeName(ref.slice('#/$defs/'.length), taken);
    names.set(ref, fresh);
    return fresh;
  };
  const declarations = [declaration(name, typeOf(schema, nameOf))];
  // A Map is walked in order of insertion, and goes on with what is added meanwhile.
  for (const [ref, declared] of names) {
    declarations.push(declaration(declared, typeOf($defs[ref.slice('#/$defs/'.length)] ?? true, nameOf)));
  }
  return `${declarations.join('\n\n')}\n`;
}

function freeName(ref: string, taken: Set<string>): string {
  const safe = ref.replace(/[^\p{ID_Continue}$]+/gu, '_').replace(/^(?![\p{ID_Start}$_])/u, '_');
  const base = reserved.test(safe) ? `${safe}_` : safe;
  let name = base;
  for (let n = 2; taken.has(name); n += 1) name = `${base}${n}`;
  taken.add(name);
  return name;
}

function declaration(name: string, type: TypeNode): string {
  return type.kind === 'object'
    ? `export interface ${name} ${printType(type)}`
    : `export type ${name} = ${printType(type)};`;
}

type NameOf = (ref: string) => string;

function typeOf(schema: Schema, nameOf: NameOf): TypeNode {
  if (schema === true) return text('unknown');
  if (schema === false) return text('never');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return union(schema.enum.map(literal));
  const own = [schema.type ?? impliedType(schema)].flat().filter((type) => type !== undefined);
  return intersection([
    ...(schema.$ref === undefined ? [] : [text(nameOf(schema.$ref))]),
    ...(own.length === 0 ? [] : [union(own.map((type) => ofType(type, schema, nameOf)))]),
    ...(schema.allOf ?? []).map((part) => typeOf(part, nameOf)),
    ...[schema.oneOf, schema.anyOf].flatMap((parts) =>
      parts ? [union(parts.map((part) => typeOf(part, nameOf)))] : [],
    ),
  ]);
}

function impliedType({ properties, additionalProperties, items, prefixItems }: SchemaObject): string | undefined {
  if (properties ?? additionalProperties) return 'object';
  return (items ?? prefixItems) ? 'array' : undefined;
}

function ofType(type: string, schema: SchemaObject, nameOf: NameOf): TypeNode {
  if (type === 'object') return objectType(schema, nameOf);
  if (type !== 'array') return text(plain[type] ?? 'unknown');
  const { items = true, prefixItems } = schema;
  if (!prefixItems) return { kind: 'array', items: typeOf(items, nameOf) };
  const rest = items === false ? undefined : typeOf(items, nameOf);
  return { kind: 'tuple', items: prefixItems.map((item) => typeOf(item, nameOf)), rest };
}

function objectType(schema: SchemaObject, nameOf: NameOf): TypeNode {
  const { properties = {}, patternProperties, additionalProperties, required = [] } = schema;
  const members: TypeMember[] = Object.entries(properties)
    .filter(([, member]) => typeof member !== 'object' || !member.writeOnly)
    .map(([name, member]) => ({ name, optional: !required.includes(name), type: typeOf(member, nameOf) }));
  const unnamed = [...Object.values(patternProperties ?? {}), ...(additionalProperties ? [additionalProperties] : [])];
  const isOpen = unnamed.length > 0 || (members.length === 0 && additionalProperties !== false);
  const others = unnamed.length > 0 ? union(unnamed.map((one) => typeOf(one, nameOf))) : text('unknown');
  return { kind: 'object', members, others: isOpen ? others : undefined };
}
