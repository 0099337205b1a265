import { sectionOf } from '../navigation.ts';
import { breadcrumbList, jsonLd } from '../reference/structured-data.ts';

export interface SharedPage {
  path: string;
  title: string;
  description: string;
  site: URL;
  siteTitle: string;
}

/** What a page beside the reference is, for search engines: the site or an article, and where it stands. @see https://schema.org/ */
export function structuredData({ path, title, description, site, siteTitle }: SharedPage): string {
  const url = new URL(path, site).href;
  const publisher = { '@type': 'Organization', name: 'Orbinto', url: 'https://orbinto.com' };
  if (path === '/') return jsonLd([{ '@type': 'WebSite', name: siteTitle, description, url, publisher }]);
  const section = sectionOf(path);
  const steps = [
    { label: siteTitle, href: '/' },
    ...(section && section.href !== path ? [{ label: section.label as string, href: section.href as string }] : []),
    { label: title, href: path },
  ];
  const about = { '@type': 'TechArticle', headline: title, description, url, inLanguage: 'en', publisher };
  return jsonLd([about, breadcrumbList(site, steps)]);
}
