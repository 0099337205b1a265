import type { SdkNamedType, SdkType } from '../sdk-type.ts';
import { resolved } from './arguments.ts';

type Types = ReadonlyMap<string, SdkNamedType>;

/** How `Orbinto::Casting` is told of a type; undefined where there is nothing to do. */
export function castOf(type: SdkType, types: Types): string | undefined {
  const found = resolved(type, types);
  switch (found.kind) {
    case 'object':
    case 'union':
      return `:${found.name}`;
    case 'array': {
      const items = castOf(found.items, types);
      return items === undefined ? undefined : `[${items}]`;
    }
    case 'map':
      return `{ any: ${castOf(found.values, types) ?? 'nil'} }`;
    case 'nullable':
      return castOf(found.of, types);
    default:
      return undefined;
  }
}

/** A type as comments name it. */
export function docType(type: SdkType, types: Types): string {
  const found = resolved(type, types);
  switch (found.kind) {
    case 'object':
    case 'union':
      return `Models::${found.name}`;
    case 'array':
      return `Array<${docType(found.items, types)}>`;
    case 'map':
      return `Hash{String => ${docType(found.values, types)}}`;
    case 'nullable':
      return `${docType(found.of, types)}, nil`;
    case 'integer':
      return 'Integer';
    case 'number':
      return 'Numeric';
    case 'boolean':
      return 'Boolean';
    case 'string':
    case 'enum':
      return 'String';
    case 'constant':
      return typeof found.value === 'string' ? 'String' : 'Object';
    default:
      return 'Object';
  }
}

/** A type that is sent: records are hashes there. */
export function sentDocType(type: SdkType, types: Types): string {
  return docType(type, types).replace(/Models::\w+/g, 'Hash');
}

/** A type in RBS, as it is read. */
export function rbsType(type: SdkType, types: Types): string {
  const found = resolved(type, types);
  switch (found.kind) {
    case 'object':
      return `Models::${found.name}`;
    case 'union':
      return `Models::${found.name}::any`;
    case 'array':
      return `Array[${rbsType(found.items, types)}]`;
    case 'map':
      return `Hash[String, ${rbsType(found.values, types)}]`;
    case 'nullable':
      return optional(rbsType(found.of, types));
    case 'integer':
      return 'Integer';
    case 'number':
      return 'Numeric';
    case 'boolean':
      return 'bool';
    case 'string':
    case 'enum':
      return 'String';
    case 'constant':
      return typeof found.value === 'string' ? 'String' : 'untyped';
    default:
      return 'untyped';
  }
}

/** A type in RBS, as it is sent: symbols and times are taken, too, records are hashes. */
export function rbsSentType(type: SdkType, types: Types): string {
  const found = resolved(type, types);
  switch (found.kind) {
    case 'object':
    case 'union':
    case 'map':
      return 'Orbinto::sent_object';
    case 'array':
      return `Array[${rbsSentType(found.items, types)}]`;
    case 'nullable':
      return optional(rbsSentType(found.of, types));
    case 'enum':
      return '(String | Symbol)';
    case 'string':
      return found.format === 'date-time' ? '(String | Time)' : 'String';
    case 'constant':
      return '(String | Symbol)';
    default:
      return rbsType(type, types);
  }
}

export function optional(type: string): string {
  return type === 'untyped' || type.endsWith('?') ? type : `${type}?`;
}
