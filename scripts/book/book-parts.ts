import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { addressesOf, operationsByTag } from '../../src/openapi/model/address.ts';
import { listWebhooks } from '../../src/openapi/model/operations.ts';
import { sidebar } from '../../src/site/sidebar.ts';

/** A part of the book: pages of the site that belong together. */
export interface BookPart {
  title: string;
  /** Addresses of its pages, in reading order: `/guides/webhooks/`. */
  pages: string[];
}

/** Pages that are about the site as it is now, or do nothing on paper. */
const NOT_PRINTED = ['/status/', '/quality/'];

/**
 * The whole documentation in reading order: what the sidebar leads to, with the reference, by resource, where it is looked up.
 *
 * @param dist Folder of the built site.
 */
export function bookParts(document: OpenApiDocument, dist: string): BookPart[] {
  const reference = referenceParts(document, dist);
  const parts = (sidebar ?? []).flatMap((group): BookPart[] => {
    if (typeof group === 'string' || !('items' in group)) return [];
    const pages = group.items.flatMap((item) => addressOf(item) ?? []);
    const others = pages.filter((page) => page !== '/reference/' && !NOT_PRINTED.includes(page));
    const part = { title: String(group.label), pages: others };
    return pages.includes('/reference/') ? [...reference, part] : [part];
  });
  const missing = parts.flatMap(({ pages }) => pages).filter((page) => !existsSync(join(dist, page, 'index.html')));
  if (missing.length > 0) throw new Error(`The built site lacks pages of the book: ${missing.join(', ')}`);
  return parts;
}

function referenceParts(document: OpenApiDocument, dist: string): BookPart[] {
  const { overview, tag, operation, events, event, schemas } = addressesOf(document);
  const resources = [...operationsByTag(document)].map(([name, operations], index) => ({
    title: `Reference: ${titleOf(name)}`,
    pages: [...(index === 0 ? [overview] : []), tag(name), ...operations.map(operation)],
  }));
  const ofSchemas = globSync('*/index.html', { cwd: join(dist, schemas) }).sort();
  return [
    ...resources,
    { title: 'Webhook events', pages: [events, ...listWebhooks(document).map(event)] },
    ...(ofSchemas.length > 0
      ? [{ title: 'Schemas', pages: ofSchemas.map((file) => `${schemas}${file.replaceAll('\\', '/').split('/')[0]}/`) }]
      : []),
  ];
}

function titleOf(tag: string): string {
  return tag.slice(0, 1).toUpperCase() + tag.slice(1);
}

type SidebarItem = Extract<NonNullable<typeof sidebar>[number], { items: unknown }>['items'][number];

/** `guides/webhooks` → `/guides/webhooks/` */
function addressOf(item: SidebarItem): string | undefined {
  if (typeof item === 'string') return `/${item}/`;
  return 'link' in item ? item.link : undefined;
}
