import type { Reference } from './model.ts';

/** A page of the reference as search engines are told of it. */
export interface DescribedPage {
  /** Address on the site. */
  path: string;
  title: string;
  description: string;
  /** The pages above it, the highest first. */
  above: Step[];
  site: URL;
}

/** A page on the way to another. */
export interface Step {
  label: string;
  href: string;
}

/** What a page of the reference is, the API or an article about it, and where it stands. @see https://schema.org/WebAPI */
export function structuredData({ document, address }: Reference, page: DescribedPage): string {
  const { path, title, description, above, site } = page;
  const url = new URL(path, site).href;
  const about =
    path === address
      ? { '@type': 'WebAPI', name: document.info.title, description, documentation: url, url }
      : { '@type': 'TechArticle', headline: title, description, url };
  return jsonLd([about, breadcrumbList(site, [...above, { label: title, href: path }])]);
}

/** JSON-LD for a `<script>`: nothing in a text may end the element that it stands in. @see https://json-ld.org/ */
export function jsonLd(graph: object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

/** The way to a page, itself at its end. @see https://schema.org/BreadcrumbList */
export function breadcrumbList(site: URL, steps: Step[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: new URL(href, site).href,
    })),
  };
}
