/** Names as they stand in addresses and anchors: stable, readable, ASCII where the source is. */

/**
 * `listPets` → `list-pets`, `Payment links` → `payment-links`, `listDNSRecords` → `list-dns-records`.
 * Letters and digits of any script are kept; everything else becomes one hyphen. Never empty.
 */
export function kebabCase(name: string): string {
  const words = name
    .normalize('NFKC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.join('-') || 'unnamed';
}

/** Names that Windows keeps for devices, whatever follows their first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
/** Bytes; file systems take 255 for one name, and an address should stay readable. */
const MAX_BYTES = 120;

/** `kebabCase` as one part of an address, hence a folder's name too: never a device of Windows, never too long. */
export function slug(name: string): string {
  return safeFolder(/[\p{L}\p{N}]/u.test(name.normalize('NFKC')) ? kebabCase(name) : codePoints(name));
}

/** The name of an event as it stands in an address: dots stay (`message.created`), the rest is safe in a path. */
export function eventSlug(name: string): string {
  const parts = name.split('.').filter(Boolean);
  return parts.length === 0
    ? slug(name)
    : safeFolder(parts.map((part) => (/^[a-z0-9_-]+$/.test(part) ? part : slug(part))).join('.'));
}

/** A name of nothing but signs, `🎉` → `u1f389`, so that it does not depend on what other such names there are. */
function codePoints(name: string): string {
  const codes = [...name].slice(0, 8).map((sign) => `u${sign.codePointAt(0)?.toString(16)}`);
  return codes.join('-') || 'unnamed';
}

function safeFolder(name: string): string {
  const usable = DEVICES.test(name) ? name.replace(/^[a-z]+\d?/, '$&-page') : name;
  let bytes = 0;
  const signs = [...usable].filter((sign) => (bytes += new TextEncoder().encode(sign).length) <= MAX_BYTES);
  return signs.join('').replace(/[-.]+$/, '');
}

/**
 * Gives out each name once. A second comer gets `name-2`, so names do not change when something else is added after them.
 * Names are compared with case, as ids of a page and operationIds are; addresses are in lower case, for file systems that know none.
 */
export class UniqueNames {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The first free name among the candidates, else the first candidate with a number. */
  take(...candidates: [string, ...string[]]): string {
    let name = candidates.find((candidate) => !this.has(candidate)) ?? candidates[0];
    for (let n = 2; this.has(name); n += 1) name = `${candidates[0]}-${n}`;
    this.#taken.add(name);
    return name;
  }
}

/** One part of an anchor: `custom_attributes` and `X-Request-Id` stay as they are, `filter[status]` → `filter-status`. */
export function anchorPart(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^-+|-+$/g, '') || 'any';
}

/** `anchor('response', '200', 'data', 'id')` → `response-200-data-id`. */
export function anchor(...parts: string[]): string {
  return parts.map(anchorPart).join('-');
}

/** `list_dns-records` → `List dns records`: a title for what has none. */
export function titleCase(name: string): string {
  const words = kebabCase(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
