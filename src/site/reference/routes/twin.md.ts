import type { APIRoute, GetStaticPaths } from 'astro';
import { printTwin, twinsOf } from '../files/twins.ts';
import type { Twin } from '../files/twins.ts';
import { findSchemaPages } from '../schema-pages.ts';
import { reference, schemas } from '../site.ts';
import { twinAddress } from '../twin-address.ts';

/** The twin of every page of the reference; that of the overview stands beside its folder. */
export const getStaticPaths = (() => {
  findSchemaPages(reference, schemas);
  const base = `${reference.options.siteBase}/`.length;
  return twinsOf(reference).map((props) => ({
    params: { twin: decodeURI(twinAddress(props.address).slice(base)).replace(/\.md$/, '') },
    props,
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Twin> = ({ props, site }) =>
  new Response(printTwin(props, site), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
