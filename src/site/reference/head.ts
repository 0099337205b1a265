import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Reference } from './model.ts';
import { PICTURE, pictureAddress } from './picture-address.ts';
import { structuredData } from './structured-data.ts';
import type { Step } from './structured-data.ts';
import { markdownAddress } from './markdown-address.ts';

type Head = StarlightRouteData['head'];

export interface HeadOf {
  path: string;
  title: string;
  description: string;
  /** The pages above it, the highest first. */
  above: Step[];
  /** Where the site stands, when that is known: shared links and search engines want whole addresses. */
  site: URL | undefined;
}

/** What a page of the reference has in its head beside Starlight's own: its Markdown, and what others show of it. */
export function headOf(reference: Reference, { site, ...page }: HeadOf): Head {
  const markdown = { rel: 'alternate', type: 'text/markdown', href: markdownAddress(page.path) };
  if (!site) return [{ tag: 'link', attrs: markdown }];
  const data = structuredData(reference, { ...page, site });
  return [
    { tag: 'link', attrs: markdown },
    ...(reference.options.pictures ? pictureTags(reference, page, site) : []),
    { tag: 'script', attrs: { type: 'application/ld+json' }, content: data },
  ];
}

function pictureTags({ options: { siteBase } }: Reference, page: Omit<HeadOf, 'site'>, site: URL): Head {
  const { path, title } = page;
  const values = {
    'og:image': new URL(siteBase + pictureAddress(path.slice(siteBase.length)), site).href,
    'og:image:width': String(PICTURE.width),
    'og:image:height': String(PICTURE.height),
    'og:image:alt': title,
  };
  return Object.entries(values).map(([property, content]) => ({ tag: 'meta', attrs: { property, content } }));
}
