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

/** The guides in reading order, with what each is for. */
export const guides = [
  { href: '/guides/quick-start/', label: 'Quick start', text: 'Your first answer in under five minutes.' },
  { href: '/guides/authentication/', label: 'Authentication', text: 'API keys and their levels, OAuth 2.0 with PKCE.' },
  { href: '/guides/versioning/', label: 'Base URL and versioning', text: 'Where requests go and how the API changes.' },
  { href: '/guides/pagination/', label: 'Pagination', text: 'Pages for people, cursors for programs.' },
  { href: '/guides/rate-limits/', label: 'Rate limits', text: 'What each plan allows and how to stay within it.' },
  { href: '/guides/errors/', label: 'Errors', text: 'One format, every code with its cause and fix.' },
  { href: '/guides/webhooks/', label: 'Webhooks', text: 'Receive events, verify them, survive retries.' },
  { href: '/guides/sandbox/', label: 'Sandbox', text: 'Test against the whole API without an account.' },
  { href: '/guides/break-it/', label: 'Break it on purpose', text: 'The failures of production, ordered by name.' },
  { href: '/guides/sdks/', label: 'SDKs and libraries', text: 'Client libraries for Node.js, Python, PHP and Ruby.' },
  { href: '/guides/going-live/', label: 'Going live', text: 'The list to go through before your users do.' },
] as const;

/** What a reader can use or take away. */
export const tools = [
  { href: '/explorer/', label: 'API explorer', text: 'The whole API on one page, each request ready to send.' },
  { href: '/resources/#openapi', label: 'OpenAPI document', text: '3.1 and 3.0, as JSON and YAML.' },
  { href: '/resources/#postman', label: 'Postman collection', text: 'Every request with tests, and two environments.' },
  { href: '/resources/#workflows', label: 'Workflows', text: 'Tasks of several calls, as an Arazzo document.' },
  { href: '/errors/', label: 'Error catalogue', text: 'Every code: its cause, its fix, who answers it.' },
  { href: '/scopes/', label: 'Scopes and key levels', text: 'Which key or token may call what.' },
  { href: '/changelog/', label: 'Changelog', text: 'What changed, with Atom and JSON feeds.' },
  { href: '/status/', label: 'API status', text: 'Checks and incidents, from a documented feed.' },
  { href: '/support/', label: 'Developer support', text: 'What to send along when you need help.' },
] as const;
