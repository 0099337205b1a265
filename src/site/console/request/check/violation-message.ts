/** Says in words what is wrong with a value, at the value or, where one is missing, at the place where it belongs. */
import type { OutputUnit } from '@cfworker/json-schema';
import { literalOf } from '../../../../openapi/schema/literal.ts';
import { escapeStep } from '../../../../json-text/json-pointer.ts';

export interface LocatedMessage {
  /** JSON Pointer of the value. */
  pointer: string;
  message: string;
}

const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const formats: Record<string, string> = {
  email: 'an email address',
  uri: 'an address such as https://example.com',
  url: 'an address such as https://example.com',
  date: 'a date such as 2026-02-11',
  'date-time': 'a time such as 2026-02-11T10:30:00Z',
  time: 'a time such as 10:30:00Z',
  uuid: 'a UUID',
};

/** @param value What the keyword says in the schema. */
export function violationMessage({ keyword, instanceLocation, error }: OutputUnit, value: unknown): LocatedMessage {
  const pointer = decodeURIComponent(instanceLocation.slice(1));
  if (keyword === 'required') {
    const name = /property "([\s\S]*)"\.$/.exec(error)?.[1] ?? '';
    return { pointer: `${pointer}/${escapeStep(name)}`, message: 'A value is required.' };
  }
  return { pointer, message: messageFor(keyword, value) ?? error };
}

function messageFor(keyword: string, value: unknown): string | undefined {
  const text = String(value);
  switch (keyword) {
    case 'type':
      return `Must be ${either([value].flat().map((name) => types[String(name)] ?? String(name)))}.`;
    case 'format':
      return `Must be ${formats[text] ?? `of the format ${text}`}.`;
    case 'enum':
      return Array.isArray(value) ? `Must be ${either(value.map(literalOf))}.` : undefined;
    case 'const':
      return `Must be ${literalOf(value)}.`;
    case 'pattern':
      return value === String.raw`\S` ? 'Must not be blank.' : `Must match the pattern ${text}`;
    case 'false':
      return 'The schema has no field of this name.';
    case 'oneOf':
    case 'anyOf':
      return 'Fits none of the forms that the schema allows, or too many of them.';
    case 'uniqueItems':
      return 'Must not hold the same item twice.';
    default:
      return limits[keyword]?.(Number(value));
  }
}

const many = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

const limits: Record<string, (limit: number) => string> = {
  minLength: (limit) => `Must have at least ${many(limit, 'character')}.`,
  maxLength: (limit) => `Must have at most ${many(limit, 'character')}.`,
  minItems: (limit) => `Must have at least ${many(limit, 'item')}.`,
  maxItems: (limit) => `Must have at most ${many(limit, 'item')}.`,
  minProperties: (limit) => `Must have at least ${many(limit, 'member')}.`,
  maxProperties: (limit) => `Must have at most ${many(limit, 'member')}.`,
  minimum: (limit) => `Must be ${limit} or more.`,
  maximum: (limit) => `Must be ${limit} or less.`,
  exclusiveMinimum: (limit) => `Must be more than ${limit}.`,
  exclusiveMaximum: (limit) => `Must be less than ${limit}.`,
  multipleOf: (limit) => `Must be a multiple of ${limit}.`,
};

function either(words: string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '');
}
