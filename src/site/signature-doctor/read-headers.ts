import { headerNames } from './schemes.ts';

/** The headers of a delivery that a verification needs, as they were pasted. */
export interface DeliveryHeaders {
  readonly plain?: string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly standard?: string;
  /** Names of those that came more than once, or with several values in one. */
  readonly merged: readonly string[];
}

type Entry = readonly [name: string, value: string];

/** `Name: value`, as logs, curl, and the dumps of PHP, Python and Ruby write it. */
const LINE = /^[\s>*<{[(]*(?:-H\s*)?["']?\[?([A-Za-z][\w-]*)\]?["']?\s*(?:=>|[:=])\s*(.*?)\s*$/;

/** Reads headers from lines, or from JSON: an object, pairs, or a list of names and values in turn. Others are left out. */
export function readHeaders(text: string): DeliveryHeaders {
  const entries = fromJson(text) ?? fromLines(text);
  const merged: string[] = [];
  const read: Partial<Record<keyof typeof headerNames, string>> = {};
  for (const key of ['plain', 'id', 'timestamp', 'standard'] as const) {
    const name = headerNames[key];
    const [value, ...others] = entries.filter((entry) => plainName(entry[0]) === name.toLowerCase());
    if (!value) continue;
    const [first = '', ...rest] = split(value[1], key === 'standard');
    if (others.length + rest.length > 0) merged.push(name);
    read[key] = first;
  }
  return { ...read, merged };
}

/** `HTTP_WEBHOOK_ID` as `webhook-id`: CGI, and what follows it, write names so. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^http-/, '');
}

/** The values in one. A single one of `webhook-signature` has a comma of its own, wherever it stands. */
function split(value: string, isStandard: boolean): string[] {
  return value.split(isStandard ? /,\s*(?=v\d+[a-z]*,)|,\s+/ : /(?<!^v\d+[a-z]*),\s*/);
}

function fromLines(text: string): Entry[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ''] = LINE.exec(line) ?? [];
    return name === undefined ? [] : [[name, unquoted(value)]];
  });
}

function unquoted(value: string): string {
  const bare = value.replace(/\s*\\$/, '').replace(/(["'\])}])\s*,?$/, '$1');
  const inner = /^[[(]?\s*(["'])(.*?)\1\s*[\])}]?$/.exec(bare)?.[2];
  return inner ?? bare.replace(/["']$/, '');
}

function fromJson(text: string): Entry[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return Object.entries(value as object).flatMap(([name, of]) => valuesOf(name, of));
  const list = value as readonly unknown[];
  if (list.every((item) => Array.isArray(item))) {
    return list.flatMap(([name, of]) => valuesOf(String(name), of));
  }
  return list.flatMap((item, at) => (at % 2 === 0 ? valuesOf(String(item), list[at + 1]) : []));
}

function valuesOf(name: string, value: unknown): Entry[] {
  return [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [[name, String(one)]] : []));
}
