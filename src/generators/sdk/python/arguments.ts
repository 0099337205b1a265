import type { SdkMethod } from '../methods.ts';
import type { SdkField, SdkObject, SdkUnion } from '../sdk-type.ts';
import type { Hints } from './hints.ts';
import { argumentName, literal, unionOf } from './text.ts';

/** An argument of a method. */
export interface Argument {
  /** In Python. */
  name: string;
  /** As it is sent. */
  sent: string;
  hint: string;
  required: boolean;
  description: string;
}

export interface MethodArguments {
  path: Argument[];
  query: Argument[];
  /** Undefined where nothing is sent; a body that is no object has one argument, `body`. */
  body?: Argument[];
}

const PREFIX = 'params.';

/** What a method takes: ids in order, then names. */
export function argumentsOf(method: SdkMethod, hints: Hints): MethodArguments {
  const taken = new Set(['self', 'options']);
  const add = (sent: string, hint: string, required: boolean, description: string): Argument => {
    const name = argumentName(sent, taken);
    taken.add(name);
    return { name, sent, hint, required, description };
  };
  const path = method.pathParameters.map(({ name, description }) => add(name, 'str', true, description));
  const fields = method.body && fieldsOf(method, hints);
  const body = fields?.map((field) => add(field.name, fieldHint(field, hints), field.required, field.description));
  const query = method.queryParameters.map(({ name, type, required, description }) =>
    add(name, hints.ofArgument(type, PREFIX), required, description),
  );
  return { path, query, ...(body && { body }) };
}

function fieldHint({ type, nullable, hint: own }: BodyField, hints: Hints): string {
  const hint = own ?? hints.ofArgument(type, PREFIX);
  return nullable ? unionOf([hint, 'None']) : hint;
}

function fieldsOf({ body, fullName }: SdkMethod, hints: Hints): BodyField[] {
  const named = body?.type.kind === 'named' ? hints.get(body.type.name) : undefined;
  if (named?.kind === 'object') return named.fields;
  if (named?.kind === 'union') return mergedFields(named, hints);
  throw new Error(`The body of ${fullName} is no object: not printed yet`);
}

/** A field whose hint is not that of its type alone. */
interface BodyField extends SdkField {
  hint?: string;
}

/** The fields of all members; required is what all of them require. */
function mergedFields({ members, description, discriminator }: SdkUnion, hints: Hints): BodyField[] {
  const objects = members.flatMap(({ type }): SdkObject[] => {
    const named = type.kind === 'named' ? hints.get(type.name) : undefined;
    return named?.kind === 'object' ? [named] : [];
  });
  const names = [...new Set(objects.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  return names.flatMap((name) => {
    const found = objects.flatMap(({ fields }) => fields.filter((field) => field.name === name));
    const [first] = found;
    if (!first) return [];
    const required = found.length === objects.length && found.every((field) => field.required);
    if (name !== discriminator) return [{ ...first, required }];
    const values = members.flatMap(({ value }) => (value === undefined ? [] : [literal(value)]));
    return [{ ...first, required, description, hint: `Union[Literal[${values.join(', ')}], str]` }];
  });
}
