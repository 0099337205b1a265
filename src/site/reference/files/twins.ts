import { SchemaMarkdown } from '../../../generators/markdown/schema-markdown.ts';
import { mapLinks } from '../../../generators/markdown/text.ts';
import { entryTwin } from '../markdown/entry-twin.ts';
import { eventsTwin, overviewTwin, resourceTwin, schemaTwin } from '../markdown/page-twins.ts';
import { schemaAddress } from '../model.ts';
import type { Reference } from '../model.ts';
import { entriesOf } from '../schema-pages.ts';
import { twinAddress } from '../twin-address.ts';

/** A page and what it says as Markdown. */
export type Twin = {
  /** Of the page. */
  address: string;
  print: () => string;
};

/** The twins of all pages; those of components are known once `findSchemaPages` has found them. */
export function twinsOf(reference: Reference): Twin[] {
  const schemas = new SchemaMarkdown(reference.document, (ref) => schemaAddress(reference, ref));
  return [
    { address: reference.address, print: () => overviewTwin(reference) },
    ...(reference.events.length > 0 ? [{ address: reference.eventsAddress, print: () => eventsTwin(reference) }] : []),
    ...reference.resources.map((resource) => ({
      address: resource.address,
      print: () => resourceTwin(reference, schemas, resource),
    })),
    ...entriesOf(reference).map((entry) => ({
      address: entry.address,
      print: () => entryTwin(reference, schemas, entry),
    })),
    ...[...reference.schemas.values()].map((schema) => ({
      address: schema.address,
      print: () => schemaTwin(reference, schemas, schema),
    })),
  ];
}

/**
 * A page as Markdown, its links to other twins.
 * @param site Address of the site, for which links are whole.
 */
export function printTwin({ address, print }: Twin, site: URL | undefined): string {
  const page = site ? new URL(address, site).href : address;
  const text = mapLinks(print(), (href) => {
    const target = twinAddress(href.startsWith('#') ? address + href : href);
    return site && target.startsWith('/') ? new URL(target, site).href : target;
  });
  return `${text}\n---\n\nThis page for people: ${page}\n`;
}
