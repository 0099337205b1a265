import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { parseExact } from '../../json-text/exact-number.ts';
import type { Addresses } from '../../openapi/model/address.ts';
import { addressesOf, operationsByTag } from '../../openapi/model/address.ts';
import { kebabCase } from '../../openapi/model/naming.ts';
import { overviewAddress } from './options.ts';
import type { ResolvedOptions } from './options.ts';

/** In Markdown or HTML within JSON: what opens a link, then a fragment as other reference pages have them. */
const LINK = /(\]\(|href=\\?["'])#((?:operation|tag|section|schema)\/[^)"'\\\s]+)/g;

/**
 * Descriptions link to operations and tags as in a page that holds the whole API: `#operation/listPets`,
 * `#tag/Pets`, `#tag/Pets/operation/listPets`. Gives such links the addresses of this reference; what is unknown leads to the overview.
 * A document without such links comes back as it is; the input is not changed.
 */
export function rewriteLinks(document: OpenApiDocument, options: ResolvedOptions): OpenApiDocument {
  const addresses = addressesOf(document, overviewAddress(options));
  const places = placesOf(document, addresses);
  const json = JSON.stringify(document);
  const rewritten = json.replace(
    LINK,
    (_, open: string, fragment: string) => open + (addressOf(fragment, places) ?? addresses.overview),
  );
  return rewritten === json ? document : (parseExact(rewritten) as OpenApiDocument);
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
