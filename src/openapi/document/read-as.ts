import { isRecord } from './refs.ts';

/** What a value is read as; without `value` it is left out. */
export interface ReadAs {
  /** In words, for the author. */
  kind: string;
  value?: unknown;
}

const LEFT_OUT: ReadAs = { kind: 'is not what belongs here, and is left out' };
const ONE: ReadAs = { kind: 'stands where a list belongs, and is read as a list of one' };

/** How a plain value that is not of the type it should have can be read: `"5"` as 5, `1.0` as "1.0". */
export function readScalarAs(value: unknown, type: string): ReadAs {
  if (value === null) return { kind: 'has no value (null), and is left out' };
  if (type === 'array') return isPlain(value) && typeof value !== 'boolean' ? { ...ONE, value: [value] } : LEFT_OUT;
  if (type === 'string' && isPlain(value)) return { kind: 'is no text, and is read as one', value: String(value) };
  if (type === 'boolean' && /^(?:true|false)$/i.test(String(value)))
    return { kind: 'is a text where true or false belongs', value: /true/i.test(String(value)) };
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  if ((type === 'number' && Number.isFinite(number)) || (type === 'integer' && Number.isInteger(number)))
    return { kind: 'is a text where a number belongs', value: number };
  return LEFT_OUT;
}

/** What a text means where an object belongs. */
const IN_SHORT: Record<string, (text: string) => unknown> = {
  Response: (description) => ({ description }),
  Header: (description) => ({ description }),
  ExternalDocs: (url) => ({ url }),
  License: (name) => ({ name }),
  Server: (url) => ({ url }),
  Tag: (name) => ({ name }),
  Schema: (name) => ({ type: name }),
};
const SHORT = 'is written in short, and is read in full';

/**
 * How a value can be read where an object or a list of a kind belongs; nothing where it cannot, and where it holds too much to be left out.
 * @param isNamed Whether it stands in a map, below a name of the author's.
 */
export function readPartAs(value: unknown, type: string, isList: boolean, isNamed: boolean): ReadAs | undefined {
  if (value === null && isNamed && !isList) return { kind: 'has no value (null), and is read as empty', value: {} };
  if (value === null) return { kind: 'has no value (null), and is left out' };
  if (!isList && Array.isArray(value) && value.length === 0)
    return { kind: 'is an empty list where an object belongs, and is read as an empty object', value: {} };
  if (type === 'Example') return { kind: 'is an example without its `value`', value: { value } };
  if (type === 'ExamplesMap' && Array.isArray(value))
    return { kind: 'is a list where named examples belong', value: Object.fromEntries(value.map(namedExample)) };
  if (type === 'Schema' && Array.isArray(value)) return undefined;
  if (isList && isRecord(value) && type !== 'ParameterList') return { ...ONE, value: [value] };
  if (typeof value === 'string' && IN_SHORT[type]) return { kind: SHORT, value: IN_SHORT[type](value) };
  return typeof value === 'object' ? undefined : LEFT_OUT;
}

const EXAMPLE = ['value', 'dataValue', 'serializedValue', 'externalValue', '$ref'];

function namedExample(example: unknown, index: number): [string, unknown] {
  const isWhole = isRecord(example) && EXAMPLE.some((member) => member in example);
  return [String(index + 1), isWhole ? example : { value: example }];
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** Types of other languages and older versions. */
const MEANT: Record<string, Record<string, unknown>> = {
  any: {},
  file: { type: 'string', format: 'binary' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  'date-time': { type: 'string', format: 'date-time' },
  uuid: { type: 'string', format: 'uuid' },
  int: { type: 'integer' },
  long: { type: 'integer', format: 'int64' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  decimal: { type: 'number' },
  bool: { type: 'boolean' },
  text: { type: 'string' },
  str: { type: 'string' },
  list: { type: 'array' },
  map: { type: 'object' },
  dict: { type: 'object' },
  none: { type: 'null' },
};

/** What a schema's `type` means that is none of JSON Schema's; nothing where it is one. */
export function readTypeAs(type: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(type)) {
    if (type.every((one) => TYPES.includes(one as string))) return undefined;
    const names = type.flatMap((one: unknown) => readTypeAs(one)?.type ?? (TYPES.includes(one as string) ? one : []));
    return names.length > 0 ? { type: [...new Set(names)] } : {};
  }
  if (TYPES.includes(type as string)) return undefined;
  const name = String(type).toLowerCase();
  return TYPES.includes(name) ? { type: name } : (MEANT[name] ?? {});
}
