import { declaration, declarationText } from '../declaration.ts';
import type { Declaration } from '../declaration.ts';
import type { SdkMethod } from '../methods.ts';
import type { SdkModel } from '../model.ts';
import type { SdkResource } from '../resources.ts';
import type { SdkNamedType, SdkObject, SdkUnion } from '../sdk-type.ts';
import { keywordsOf, positionals } from './arguments.ts';
import { enumsOf, objectsOf, parentOf, unionsOf, unionsWith } from './models.ts';
import { className, withBelow } from './resources.ts';
import { constantName, HEADER, indented } from './text.ts';
import { optional, rbsSentType, rbsType } from './types.ts';

type Types = ReadonlyMap<string, SdkNamedType>;

/** Signatures in RBS of what is printed. */
export function printSignatures(model: SdkModel, types: Types): Map<string, string> {
  return new Map([
    ['sig/generated/resources.rbs', rbsFile(resources(model, types))],
    ['sig/generated/models.rbs', rbsFile(models(model, types))],
    ['sig/generated/tables.rbs', rbsFile(tables(model))],
  ]);
}

function rbsFile(body: readonly string[]): string {
  return [HEADER, '', 'module Orbinto', ...indented(body), 'end'].join('\n');
}

function resources(model: SdkModel, types: Types): string[] {
  const accessor = (resource: SdkResource): string => `def ${resource.name}: () -> Resources::${className(resource)}`;
  const classes = model.resources
    .flatMap(withBelow)
    .flatMap((resource) => [
      `class ${className(resource)} < Resource`,
      ...indented([
        ...resource.methods.map((method) => methodType(method, types)),
        ...resource.resources.map(accessor),
      ]),
      'end',
    ]);
  return [
    'module Namespaces',
    ...indented(model.resources.map(accessor)),
    'end',
    '',
    'module Resources',
    ...indented(classes),
    'end',
  ];
}

function methodType(method: SdkMethod, types: Types): string {
  return declarationText(declared(`def ${method.name}: `, method, types, ' | Orbinto::Omit'));
}

/** A method for people to read: as in RBS, without the value that stands for an argument that is left out. */
export function methodDeclaration(method: SdkMethod, types: Types): Declaration {
  return declared(method.name, method, types, '');
}

/** @param orLeftOut what optional arguments may be besides */
function declared(name: string, method: SdkMethod, types: Types, orLeftOut: string): Declaration {
  const { result, paging } = method;
  const keywords = keywordsOf(method, types).map(({ name: keyword, type, required, nullable }) => {
    const sent = nullable ? optional(rbsSentType(type, types)) : rbsSentType(type, types);
    return required ? `${keyword}: ${sent}` : `?${keyword}: ${sent}${orLeftOut}`;
  });
  const ids = positionals(method).map((id) => `String ${id}`);
  const gives = paging
    ? `List[${rbsType(paging.item, types)}, ${rbsType(paging.list, types)}]`
    : result
      ? rbsType(result, types)
      : 'nil';
  return declaration(name, [...ids, ...keywords, '?request_options: Orbinto::request_options'], ` -> ${gives}`);
}

function models(model: SdkModel, types: Types): string[] {
  return [
    'module Models',
    ...indented([
      ...enumsOf(model).flatMap(({ name, values }) => [
        `module ${name}`,
        ...indented([...values.map(({ value }) => `${constantName(value)}: String`), 'ALL: Array[String]']),
        'end',
      ]),
      ...unionsOf(model).flatMap(unionType),
      ...objectsOf(model).flatMap((object) => objectType(model, object, types)),
    ]),
    'end',
  ];
}

function unionType({ name, members }: SdkUnion): string[] {
  const names = members.flatMap(({ type }) => (type.kind === 'named' ? [type.name] : []));
  return [
    `module ${name}`,
    `  type any = ${[...names, 'Unknown'].join(' | ')}`,
    '  class Unknown < Model',
    `    include ${name}`,
    '  end',
    'end',
  ];
}

function objectType(model: SdkModel, { name, fields }: SdkObject, types: Types): string[] {
  const readers = fields
    // Every object has these already: they are read by `[]`.
    .filter((field) => !TAKEN.has(field.name))
    .map((field) => {
      const type = rbsType(field.type, types);
      return `def ${field.name}: () -> ${field.nullable || !field.required ? optional(type) : type}`;
    });
  const included = unionsWith(model, name).map((union) => `include ${union}`);
  return [`class ${name} < ${parentOf(model, name)}`, ...indented([...included, ...readers]), 'end'];
}

const TAKEN = new Set([
  'then',
  'class',
  'hash',
  'method',
  'display',
  'freeze',
  'dup',
  'clone',
  'send',
  'tap',
  'itself',
  'keys',
  'time',
]);

function tables({ errors, events }: SdkModel): string[] {
  const module = (name: string, values: readonly string[]): string[] => [
    `module ${name}`,
    ...indented([...values.map((value) => `${constantName(value)}: String`), 'ALL: Array[String]']),
    'end',
  ];
  return [
    ...module(
      'ErrorCode',
      errors.map(({ code }) => code),
    ),
    ...module(
      'Events',
      events.map(({ name }) => name),
    ),
  ];
}
