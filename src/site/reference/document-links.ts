import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { DATA_MEMBERS, NAMED_MEMBERS } from '../../openapi/document/data-members.ts';
import { isRecord } from '../../openapi/document/refs.ts';
import type { Addresses } from '../../openapi/model/address.ts';
import { addressesOf, operationsByTag } from '../../openapi/model/address.ts';
import { kebabCase } from '../../openapi/model/naming.ts';
import { overviewAddress } from './options.ts';
import type { ResolvedOptions } from './options.ts';

/** Fenced code, to its end or that of the text. */
const OPENING = '^[ \\t>]*(?:(?:[-*+]|\\d+[.)])[ \\t]+)*(`{3,}(?=[^`\\n]*\\n)|~{3,})[^\\n]*\\n';
const FENCED = `${OPENING}[\\s\\S]*?(?:^[ \\t>]*\\1[\`~]*[ \\t]*$|(?![\\s\\S]))`;
const ESCAPED = String.raw`\\[\s\S]`;
/** Code within a paragraph. */
const SPAN = '(?<!`)(`+)(?!`)(?:(?!\\n[ \\t]*\\n)[\\s\\S])+?(?<!`)\\2(?!`)';
/** What opens a link in Markdown or HTML, then a fragment as other reference pages have them. */
const LINK = String.raw`(\]\(|href=["'])#((?:operation|tag|section|schema)\/[^)"'\\\s]+)`;
const PARTS = new RegExp([FENCED, ESCAPED, SPAN, LINK].join('|'), 'gm');
const FRAGMENT = /#(?:operation|tag|section|schema)\//;

/** Lists or maps of what is said of each value of an `enum`. */
const DESCRIPTIONS = new Set(['x-enum-descriptions', 'x-enumDescriptions']);

/**
 * Descriptions link to operations and tags as in a page that holds the whole API: `#operation/listPets`,
 * `#tag/Pets`, `#tag/Pets/operation/listPets`. Gives such links the addresses of this reference; what is unknown leads to the overview.
 * Code and data stay as they are. A document without such links comes back as it is; the input is not changed.
 */
export function rewriteLinks(document: OpenApiDocument, options: ResolvedOptions): OpenApiDocument {
  const addresses = addressesOf(document, overviewAddress(options));
  const places = placesOf(document, addresses);
  const rewrite = (text: string): string =>
    FRAGMENT.test(text)
      ? text.replace(PARTS, (part, _, __, open?: string, fragment: string = '') =>
          open === undefined ? part : open + (addressOf(fragment, places) ?? addresses.overview),
        )
      : text;
  return withDescriptions(document, rewrite) as OpenApiDocument;
}

/** The same node where no description in it changes. @param isMap Whether its members have names of the author's. */
function withDescriptions(node: unknown, rewrite: (text: string) => string, isMap = false): unknown {
  if (Array.isArray(node)) return changed(node, (item) => withDescriptions(item, rewrite));
  if (!isRecord(node)) return node;
  return changed(node, (value, key) => {
    if (isMap) return withDescriptions(value, rewrite);
    if (key === 'description' && typeof value === 'string') return rewrite(value);
    if (DESCRIPTIONS.has(key) && typeof value === 'object' && value !== null)
      return changed(value, (text) => (typeof text === 'string' ? rewrite(text) : text));
    // The examples of a schema are values; others are described.
    const isData = DATA_MEMBERS.has(key) && !(key === 'examples' && isRecord(value));
    return isData ? value : withDescriptions(value, rewrite, NAMED_MEMBERS.has(key) || key === 'examples');
  });
}

/** A list or object with other members, or itself where none is another. */
function changed(node: object, change: (value: unknown, key: string) => unknown): unknown {
  const copy = new Map<string, unknown>();
  for (const [key, value] of Object.entries(node)) {
    const next = change(value, key);
    if (next !== value) copy.set(key, next);
  }
  if (copy.size === 0) return node;
  if (Array.isArray(node)) return node.map((value: unknown, at) => copy.get(String(at)) ?? value);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, copy.get(key) ?? (value as unknown)]));
}

interface Places {
  /** By operationId. */
  operations: Map<string, string>;
  /** By name, in whichever way it is written. */
  tags: Map<string, string>;
}

function placesOf(document: OpenApiDocument, addresses: Addresses): Places {
  const groups = operationsByTag(document);
  return {
    operations: new Map([...groups.values()].flat().map((one) => [one.operationId, addresses.operation(one)])),
    tags: new Map([...groups.keys()].map((tag) => [kebabCase(tag), addresses.tag(tag)])),
  };
}

function addressOf(fragment: string, { operations, tags }: Places): string | undefined {
  const steps = decode(fragment).split('/');
  const named = (kind: string): string | undefined =>
    steps.includes(kind) ? steps[steps.indexOf(kind) + 1] : undefined;
  const operation = named('operation');
  const tag = named('tag');
  return (
    (operation === undefined ? undefined : operations.get(operation)) ??
    (tag === undefined ? undefined : tags.get(kebabCase(tag)))
  );
}

/** Percent-decoded, or as it is where it cannot be. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
