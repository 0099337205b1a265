import type { SdkMethod } from '../methods.ts';
import type { SdkModel } from '../model.ts';
import type { SdkField, SdkNamedType, SdkType } from '../sdk-type.ts';

/** An argument of a method, given by name. */
export interface Keyword {
  name: string;
  type: SdkType;
  required: boolean;
  nullable: boolean;
  description: string;
  place: 'query' | 'body';
}

export function typesByName({ types }: Pick<SdkModel, 'types'>): Map<string, SdkNamedType> {
  return new Map(types.map((named) => [named.name, named]));
}

/** What stands behind names that are only names. */
export function resolved(type: SdkType, types: ReadonlyMap<string, SdkNamedType>): SdkType | SdkNamedType {
  const named = type.kind === 'named' ? types.get(type.name) : undefined;
  if (!named) return type;
  return named.kind === 'alias' ? resolved(named.type, types) : named;
}

/**
 * Fields of the body, required ones first, then the query.
 * @throws when a name stands for two things
 */
export function keywordsOf(method: SdkMethod, types: ReadonlyMap<string, SdkNamedType>): Keyword[] {
  const body = (method.body ? bodyFields(method.body.type, types) : []).map((field): Keyword => {
    const { name, type, required, nullable, description } = field;
    return { name, type, required, nullable, description, place: 'body' };
  });
  const query = method.queryParameters.map(({ name, type, required, description }): Keyword => {
    return { name, type, required, nullable: false, description, place: 'query' };
  });
  const all = [...body, ...query];
  const names = [...positionals(method), ...all.map(({ name }) => name)];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`${method.fullName} has two arguments named ${repeated}`);
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)];
}

/** Path parameters; one that has the name of a field of the body is told apart. */
export function positionals({ pathParameters }: SdkMethod): string[] {
  return pathParameters.map(({ name }) => name);
}

function bodyFields(type: SdkType, types: ReadonlyMap<string, SdkNamedType>): SdkField[] {
  const found = resolved(type, types);
  if (found.kind === 'object') return found.fields;
  if (found.kind !== 'union') throw new Error(`A body of the kind ${found.kind} has no fields to be arguments`);
  const members = found.members.map((member) => bodyFields(member.type, types));
  const all = new Map(members.flat().map((field) => [field.name, field]));
  return [...all.values()].map((field) => {
    const inAll = members.every((fields) => fields.some(({ name, required }) => name === field.name && required));
    // Each member has a value of its own: any of them is meant.
    const type: SdkType = field.type.kind === 'constant' ? { kind: 'string' } : field.type;
    return { ...field, type, required: inAll };
  });
}
