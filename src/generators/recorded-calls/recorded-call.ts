/** Calls that were made, as what prints them in a row reads them. */
import type { SampleRequest, Secret, SecretText } from '../samples/request.ts';
import { BodyText, joinTexts, partsOf } from '../samples/request.ts';

export interface RecordedCall {
  operationId: string;
  /** What the operation does, in a few words. */
  summary: string;
  /** The template of its path: `/pets/{id}`. */
  path: string;
  /** Without its secrets. The address begins with that of the server. */
  request: SampleRequest;
  /** What was filled in, by the places of the document. */
  parameters: { name: string; in: string; value: unknown }[];
  status: number;
  /** The text of the answer, where it is still there. */
  answer?: string | undefined;
  /** Whether something that looked like a secret was left out of it. */
  lacksSecret?: boolean;
}

/** What a file of several calls is told besides them. */
export interface ExportOptions {
  /** Of the API, in words: `Orbinto API`. */
  title: string;
  /** Base of the addresses, without a slash at its end. */
  server: string;
  /** Environment variable that takes the place of `server`. */
  serverVariable: string;
  /** Environment variable of the key. */
  secretVariable: string;
  /** Address of the API's OpenAPI document. */
  document: string;
  /** Name of the file. */
  file: string;
}

/** A call with a name of its own, in which what earlier answers told is a variable. */
export interface FlowingCall extends Omit<RecordedCall, 'answer'> {
  /** `createPet`, `createPet2`. */
  name: string;
  /** What later calls take of the answer. */
  outputs: Output[];
}

export interface Output {
  /** Letters, digits and `_`: `pet_id`. */
  name: string;
  /** Where it stands in the answer. */
  path: (string | number)[];
}

/** Writes a variable in the way of a format. */
export type Spell = (variable: Secret) => SecretText;

/** A request in which each variable is written in the way of a format. */
export function spelled(request: SampleRequest, spell: Spell): SampleRequest {
  return {
    ...request,
    url: spelledText(request.url, spell),
    headers: request.headers.map(([name, value]): [string, SecretText] => [name, spelledText(value, spell)]),
    ...(request.body !== undefined && { body: spelledValue(request.body, spell) }),
  };
}

function spelledText(text: SecretText, spell: Spell): SecretText {
  return joinTexts(...partsOf(text).map((part) => (typeof part === 'string' ? part : spell(part))));
}

/** The same of a value with texts in it; one without variables becomes a plain string. */
export function spelledValue(value: unknown, spell: Spell): unknown {
  return mapTexts(value, (text) => {
    const given = spelledText(text, spell);
    return typeof given === 'string' ? given : new BodyText(given);
  });
}

/** A body as `map` gives its texts; anything else in it stays. */
function mapTexts(value: unknown, map: (text: SecretText) => unknown): unknown {
  if (value instanceof BodyText) return map(value.text);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, map)]));
}

/** What stands above a call: its number, what it does, what was answered. */
export function titleOf({ summary, status }: FlowingCall, index: number): string {
  return `${index + 1}. ${oneLine(summary)}: ${status}`;
}

/** `3 calls of the Pet API`. */
export function headingOf(calls: FlowingCall[], { title }: Pick<ExportOptions, 'title'>): string {
  return `${calls.length} ${calls.length === 1 ? 'call' : 'calls'} of the ${oneLine(title)}`;
}

export const lacksSecretNote = 'Something that looked like a secret was left out of this call.';

/** Nothing in a comment can end it. */
export function oneLine(text: string): string {
  return text
    .replace(/\*\/|"""|'''|\{\{|\}\}/g, ' ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** The steps to a member, as JavaScript and JSONPath write them: `.data[0].id`. */
export function memberPath({ path }: Output): string {
  return path
    .map((step) => (typeof step === 'string' && /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('');
}
