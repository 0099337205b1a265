/** The sections of the site as the header shows them; `match` are the path prefixes that belong to the section. */
export const sections = [
  { label: 'Guides', href: '/guides/quick-start/', match: ['/guides/', '/playground/'] },
  { label: 'API reference', href: '/reference/', match: ['/reference/', '/errors/', '/scopes/'] },
  { label: 'Explorer', href: '/explorer/', match: ['/explorer/'] },
  {
    label: 'Resources',
    href: '/resources/',
    match: ['/resources/', '/workflows/', '/changelog/', '/status/', '/quality/', '/offline/', '/support/'],
  },
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
  { href: '/guides/signature-doctor/', label: 'Signature doctor', text: 'Why a delivery is refused, and the fix.' },
  { href: '/guides/sandbox/', label: 'Sandbox', text: 'Test against the whole API without an account.' },
  { href: '/guides/break-it/', label: 'Break it on purpose', text: 'The failures of production, ordered by name.' },
  { href: '/guides/sdks/', label: 'SDKs and libraries', text: 'Client libraries for Node.js, Python, PHP and Ruby.' },
  { href: '/guides/going-live/', label: 'Going live', text: 'The list to go through before your users do.' },
] as const;

/** What a reader wants to do, by the guide that helps with it, in the stages of a project. */
export const tasks: Readonly<Record<(typeof guides)[number]['href'], { stage: string; task: string }>> = {
  '/guides/quick-start/': { stage: 'Start', task: 'Get a first answer' },
  '/guides/sandbox/': { stage: 'Start', task: 'Try things without an account' },
  '/guides/sdks/': { stage: 'Start', task: 'Use a client library' },
  '/guides/authentication/': { stage: 'Build', task: 'Call in your name, or your users’' },
  '/guides/pagination/': { stage: 'Build', task: 'Walk through long lists' },
  '/guides/webhooks/': { stage: 'Build', task: 'Be told when something happens' },
  '/guides/signature-doctor/': { stage: 'Withstand', task: 'Find out why a delivery is refused' },
  '/guides/errors/': { stage: 'Withstand', task: 'Handle what goes wrong' },
  '/guides/rate-limits/': { stage: 'Withstand', task: 'Stay within the limits' },
  '/guides/break-it/': { stage: 'Withstand', task: 'Rehearse the failures of production' },
  '/guides/versioning/': { stage: 'Ship', task: 'Know what may change' },
  '/guides/going-live/': { stage: 'Ship', task: 'Check it before launch' },
};

/** What a reader can use or take away. */
export const tools = [
  { href: '/playground/', label: 'Playground', text: 'A chat and the API between its ends, live in the page.' },
  { href: '/explorer/', label: 'API explorer', text: 'The whole API on one page, each request ready to send.' },
  { href: '/resources/#openapi', label: 'OpenAPI document', text: '3.2, 3.1 and 3.0, as JSON and YAML.' },
  { href: '/resources/#postman', label: 'Postman collection', text: 'Every request with tests, and two environments.' },
  { href: '/workflows/', label: 'Workflows', text: 'Tasks of several calls, which run in the page.' },
  { href: '/errors/', label: 'Error catalogue', text: 'Every code: its cause, its fix, who answers it.' },
  { href: '/scopes/', label: 'Scopes and key levels', text: 'Which key or token may call what.' },
  { href: '/changelog/', label: 'Changelog', text: 'What changed, with Atom and JSON feeds.' },
  { href: '/status/', label: 'API status', text: 'Checks and incidents, from a documented feed.' },
  { href: '/quality/', label: 'Quality', text: 'What the tests measured, with commit and time.' },
  { href: '/offline/', label: 'Offline', text: 'The site without a network, as a zip and as a docset.' },
  { href: '/support/', label: 'Developer support', text: 'What to send along when you need help.' },
] as const;
