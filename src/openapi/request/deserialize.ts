/** Reads parameters from the wire: the way back of `serialize.ts`. What is written anew of a value puts the same on the wire. */
import { encodeReserved, encodeReservedInPath } from './percent-encoding.ts';
import { headerText } from './serialize.ts';
import type { WireParameter } from './serialize.ts';

/** What a parameter's schema says of its value. */
export type ValueKind = 'array' | 'object' | 'single';

/** A pair of a query or form, encoded as it was. */
export type EncodedPair = [name: string, value: string];

/** The pairs of a query or of a form. */
export function encodedPairs(text: string): EncodedPair[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });
}

/** Percent-encoding undone; text that is not encoded well stays as it is. A form writes a space as `+`. */
export function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Where reserved characters pass, so does what is encoded already: it stays where it would not come back. */
function decodedReserved(text: string): string {
  const plain = decoded(text);
  return encodeReserved(plain) === text ? plain : text;
}

/** The same in a path, where a plus sign is one. */
function decodedReservedInPath(text: string): string {
  const plain = decoded(text.replaceAll('+', '%2B'));
  return encodeReservedInPath(plain) === text ? plain : text;
}

/** The value of a path parameter. */
export function pathValue(parameter: WireParameter, raw: string, kind: ValueKind): unknown {
  const { name, style, explode, mediaType, allowReserved } = parameter;
  // In a path, a plus sign is one.
  const decode = (text: string): string =>
    allowReserved ? decodedReservedInPath(text) : decoded(text.replaceAll('+', '%2B'));
  if (mediaType !== undefined) return decode(raw);
  if (style === 'matrix') return matrixValue(name, raw, { explode, kind, decode });
  const text = style === 'label' ? raw.replace(/^\./, '') : raw;
  return listed(text, explode && style === 'label' ? '.' : ',', { explode, kind, decode });
}

interface Reading {
  explode: boolean;
  kind: ValueKind;
  decode: (text: string) => string;
}

function matrixValue(name: string, raw: string, reading: Reading): unknown {
  const pairs = raw
    .split(';')
    .slice(1)
    .map((pair): EncodedPair => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]);
  const own = pairs.filter(([key]) => reading.decode(key) === name).map(([, value]) => value);
  if (!reading.explode || reading.kind === 'single') return listed(own[0] ?? '', ',', { ...reading, explode: false });
  if (reading.kind === 'array') return own.map(reading.decode);
  return Object.fromEntries(pairs.map(([key, value]) => [reading.decode(key), reading.decode(value)]));
}

/** Items with a sign between them; of an object `name=value`, or names and values by turns. */
function listed(text: string, separator: string, { explode, kind, decode }: Reading): unknown {
  if (kind === 'single') return decode(text);
  const items = text.split(separator);
  if (kind === 'array') return items.map(decode);
  return explode ? membersOf(items, decode) : alternating(items.map(decode));
}

function membersOf(items: string[], decode: (text: string) => string): Record<string, string> {
  return Object.fromEntries(
    items.map((item) => [decode(item.split('=')[0] ?? ''), decode(item.split('=').slice(1).join('='))]),
  );
}

function alternating(items: string[]): Record<string, string> {
  const names = items.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, items[index * 2 + 1] ?? '']));
}

/** The value of a header parameter. Its items are not encoded: a text that could be several objects stays one. */
export function headerValue(parameter: WireParameter, text: string, kind: ValueKind): unknown {
  if (parameter.mediaType !== undefined) return text;
  const value = listed(text, ',', { explode: parameter.explode, kind, decode: (item) => item });
  return headerText(parameter, value) === text ? value : text;
}

/**
 * The value of a query parameter, and takes its pairs out of the list; `undefined` where it has none. An object whose members are
 * pairs of their own takes all that is left, so it comes last.
 */
export function takeQueryValue(parameter: WireParameter, pairs: EncodedPair[], kind: ValueKind): unknown {
  const { name, style, explode, mediaType } = parameter;
  const decode = parameter.allowReserved ? decodedReserved : decoded;
  if (kind === 'object' && style === 'deepObject')
    return deepValue(
      takePairs(pairs, (key) => key.startsWith(`${name}[`)),
      name,
    );
  if (kind === 'object' && explode && mediaType === undefined) {
    const members = takePairs(pairs, () => true).map(([key, value]) => [decoded(key), decoded(value)] as const);
    return members.length === 0 ? undefined : Object.fromEntries(members);
  }
  const values = takePairs(pairs, (key) => key === name).map(([, value]) => value);
  const [first] = values;
  if (first === undefined) return undefined;
  if (mediaType !== undefined || kind === 'single') return decode(first);
  if (kind === 'array' && explode && style === 'form') return values.map(decode);
  return listed(first, separatorOf(style, first), { explode: false, kind, decode });
}

function separatorOf(style: string, text: string): string {
  if (style === 'spaceDelimited') return text.includes('%20') ? '%20' : '+';
  if (style === 'pipeDelimited') return /%7c/i.exec(text)?.[0] ?? '|';
  return ',';
}

function takePairs(pairs: EncodedPair[], isOwn: (name: string) => boolean): EncodedPair[] {
  const own = pairs.filter(([key]) => isOwn(decoded(key)));
  const others = pairs.filter((pair) => !own.includes(pair));
  pairs.splice(0, pairs.length, ...others);
  return own;
}

/** `deep[a]=1&deep[b][c]=2&deep[b][c]=3` */
function deepValue(pairs: EncodedPair[], name: string): unknown {
  if (pairs.length === 0) return undefined;
  const root = new Map<string, unknown>();
  for (const [key, value] of pairs) {
    const steps = [
      ...decoded(key)
        .slice(name.length)
        .matchAll(/\[([^\]]*)\]/g),
    ].map(([, step = '']) => step);
    const last = steps.pop() ?? '';
    let place = root;
    for (const step of steps) {
      const inner = place.get(step);
      const next = inner instanceof Map ? (inner as Map<string, unknown>) : new Map<string, unknown>();
      place.set(step, next);
      place = next;
    }
    const before = place.get(last);
    place.set(last, before === undefined ? decoded(value) : [before, decoded(value)].flat());
  }
  return plainObject(root);
}

function plainObject(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...(value as Map<string, unknown>)].map(([key, member]) => [key, plainObject(member)]));
}
