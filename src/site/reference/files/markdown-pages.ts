import { SchemaMarkdown } from '../../../generators/markdown/schema-markdown.ts';
import type { SchemaViews } from '../../../openapi/schema/schema-views.ts';
import { mapLinks } from '../../../generators/markdown/markdown-syntax.ts';
import { entryMarkdown } from '../markdown/entry-markdown.ts';
import { eventsMarkdown, overviewMarkdown, resourceMarkdown, schemaMarkdown } from '../markdown/reference-markdown.ts';
import type { Reference } from '../model.ts';
import { entriesOf } from '../schema-pages.ts';
import { markdownAddress } from '../markdown-address.ts';

/** A page and what it says as Markdown. */
export type MarkdownPage = {
  /** Of the page. */
  address: string;
  print: () => string;
};

/** The Markdown of all pages; those of components are known once `findSchemaPages` has found them. */
export function markdownPagesOf(reference: Reference, views: SchemaViews): MarkdownPage[] {
  const schemas = new SchemaMarkdown(views);
  return [
    { address: reference.address, print: () => overviewMarkdown(reference) },
    ...(reference.events.length > 0
      ? [{ address: reference.eventsAddress, print: () => eventsMarkdown(reference) }]
      : []),
    ...reference.resources.map((resource) => ({
      address: resource.address,
      print: () => resourceMarkdown(reference, schemas, resource),
    })),
    ...entriesOf(reference).map((entry) => ({
      address: entry.address,
      print: () => entryMarkdown(reference, schemas, entry),
    })),
    ...[...reference.schemas.values()].map((schema) => ({
      address: schema.address,
      print: () => schemaMarkdown(reference, schemas, schema),
    })),
  ];
}

/**
 * A page as Markdown, its links to that of other pages.
 * @param site Address of the site, for which links are whole.
 */
export function printMarkdownPage({ address, print }: MarkdownPage, site: URL | undefined): string {
  const page = site ? new URL(address, site).href : address;
  const text = mapLinks(print(), (href) => {
    const target = markdownAddress(href.startsWith('#') ? address + href : href);
    return site && target.startsWith('/') ? new URL(target, site).href : target;
  });
  return `${text}\n---\n\nThis page for people: ${page}\n`;
}
