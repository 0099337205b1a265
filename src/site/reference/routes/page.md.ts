import type { APIRoute, GetStaticPaths } from 'astro';
import { printMarkdownPage, markdownPagesOf } from '../files/markdown-pages.ts';
import type { MarkdownPage } from '../files/markdown-pages.ts';
import { reference, schemas } from '../built-reference.ts';
import { markdownAddress } from '../markdown-address.ts';

/** The Markdown of every page of the reference; that of the overview stands beside its folder. */
export const getStaticPaths = (() => {
  const base = `${reference.options.siteBase}/`.length;
  return markdownPagesOf(reference, schemas.views).map((props) => ({
    params: { page: decodeURI(markdownAddress(props.address).slice(base)).replace(/\.md$/, '') },
    props,
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<MarkdownPage> = ({ props, site }) =>
  new Response(printMarkdownPage(props, site), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
