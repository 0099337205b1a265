/** The sections of the site as the header shows them; `match` are the path prefixes that belong to the section. */
export const sections = [
  { label: 'Guides', href: '/guides/quick-start/', match: ['/guides/'] },
  { label: 'API reference', href: '/reference/', match: ['/reference/', '/errors/', '/scopes/'] },
  { label: 'Explorer', href: '/explorer/', match: ['/explorer/'] },
  { label: 'Resources', href: '/resources/', match: ['/resources/', '/changelog/', '/status/', '/support/'] },
] as const;

export type Section = (typeof sections)[number];

/** The section a path belongs to, or undefined for the landing page. */
export function sectionOf(path: string): Section | undefined {
  return sections.find((section) => section.match.some((prefix) => path.startsWith(prefix)));
}
