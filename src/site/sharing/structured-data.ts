import { titleCase } from '../../openapi/naming.ts';
import { sectionOf } from '../navigation.ts';

export interface SharedPage {
  path: string;
  title: string;
  description: string;
  site: URL;
  siteTitle: string;
}

/** What a page is, for search engines: an article, the API or the site, and where it stands. @see https://schema.org/ */
export function structuredData({ path, title, description, site, siteTitle }: SharedPage): string {
  const url = new URL(path, site).href;
  const publisher = { '@type': 'Organization', name: 'Orbinto', url: 'https://orbinto.com' };
  const about =
    path === '/'
      ? { '@type': 'WebSite', name: siteTitle, description, url, publisher }
      : path === '/reference/'
        ? { '@type': 'WebAPI', name: 'Orbinto API', description, documentation: url, url, provider: publisher }
        : { '@type': 'TechArticle', headline: title, description, url, inLanguage: 'en', publisher };
  const graph = path === '/' ? [about] : [about, breadcrumbs({ path, title, site, siteTitle })];
  // Nothing in a text may end the element that it stands in.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

/** Folders that are no step of their own: the reference itself is the section, components have no list. */
const WITHOUT_PAGE = new Set(['/reference/', '/reference/schemas/']);

function breadcrumbs({ path, title, site, siteTitle }: Omit<SharedPage, 'description'>) {
  const section = sectionOf(path);
  const parent = path.replace(/[^/]+\/$/, '');
  const steps = [
    { name: siteTitle, path: '/' },
    ...(section && section.href !== path ? [{ name: section.label as string, path: section.href as string }] : []),
    ...(parent.startsWith('/reference/') && !WITHOUT_PAGE.has(parent)
      ? [{ name: titleCase(parent.split('/').at(-2) ?? ''), path: parent }]
      : []),
    { name: title, path },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: step.name,
      item: new URL(step.path, site).href,
    })),
  };
}
