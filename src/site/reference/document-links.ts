import { kebabCase } from '../../openapi/model/naming.ts';
import type { Reference } from './model.ts';

/** In Markdown or HTML within JSON: what opens a link, then a fragment as other reference pages have them. */
const LINK = /(\]\(|href=\\?["'])#((?:operation|tag|section|schema)\/[^)"'\\\s]+)/g;

/**
 * Descriptions link to operations and tags as in a page that holds the whole API: `#operation/listPets`,
 * `#tag/Pets`, `#tag/Pets/operation/listPets`. Gives such links the addresses of this reference; what is unknown leads to the overview.
 * @param json The document as JSON text.
 */
export function rewriteLinks(json: string, reference: Reference): string {
  const tags = new Map(reference.resources.map(({ name, address }) => [kebabCase(name), address]));
  return json.replace(
    LINK,
    (_, open: string, fragment: string) => open + (addressOf(fragment, reference, tags) ?? reference.address),
  );
}

function addressOf(fragment: string, reference: Reference, tags: Map<string, string>): string | undefined {
  const steps = decode(fragment).split('/');
  const named = (kind: string): string | undefined =>
    steps.includes(kind) ? steps[steps.indexOf(kind) + 1] : undefined;
  const operation = named('operation');
  const tag = named('tag');
  return (
    (operation === undefined ? undefined : reference.operations.get(operation)?.address) ??
    (tag === undefined ? undefined : tags.get(kebabCase(tag)))
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
