import type { APIRoute, GetStaticPaths } from 'astro';
import { SchemaMarkdown } from '../../../generators/markdown/schema-markdown.ts';
import { mapLinks } from '../../../generators/markdown/text.ts';
import { entryTwin } from '../markdown/entry-twin.ts';
import { eventsTwin, overviewTwin, resourceTwin, schemaTwin } from '../markdown/page-twins.ts';
import { schemaAddress } from '../model.ts';
import { entries, findSchemaPages, reference } from '../site.ts';
import { twinAddress } from '../twin-address.ts';

const schemas = new SchemaMarkdown(reference.document, (ref) => schemaAddress(reference, ref));

type Props = { address: string; print: () => string };

/** The twin of every page of the reference; that of the overview stands beside its folder. */
export const getStaticPaths = (() => {
  findSchemaPages();
  const pages: Props[] = [
    { address: reference.address, print: () => overviewTwin(reference) },
    ...(reference.events.length > 0 ? [{ address: reference.eventsAddress, print: () => eventsTwin(reference) }] : []),
    ...reference.resources.map((resource) => ({
      address: resource.address,
      print: () => resourceTwin(reference, schemas, resource),
    })),
    ...entries.map((entry) => ({ address: entry.address, print: () => entryTwin(reference, schemas, entry) })),
    ...[...reference.schemas.values()].map((schema) => ({
      address: schema.address,
      print: () => schemaTwin(reference, schemas, schema),
    })),
  ];
  const base = `${reference.options.siteBase}/`.length;
  return pages.map((props) => ({
    params: { twin: decodeURI(twinAddress(props.address)).slice(base).replace(/\.md$/, '') },
    props,
  }));
}) satisfies GetStaticPaths;

/** A page as Markdown, its links absolute and to other twins. */
export const GET: APIRoute<Props> = ({ props, site }) => {
  const page = site ? new URL(props.address, site).href : props.address;
  const text = mapLinks(props.print(), (href) => {
    const target = twinAddress(href.startsWith('#') ? props.address + href : href);
    return site && target.startsWith('/') ? new URL(target, site).href : target;
  });
  return new Response(`${text}\n---\n\nThis page for people: ${page}\n`, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
