/** Pages that one make of page is seen on. */
export interface PageKind {
  name: string;
  /** One of them. */
  address: string;
  /** All others that look alike. */
  alike?: RegExp;
}

/** Every kind of page of the site, one of each: what is looked at is looked at on these. */
export const pageKinds: readonly PageKind[] = [
  { name: 'landing', address: '/' },
  { name: 'quick-start', address: '/guides/quick-start/' },
  { name: 'guide', address: '/guides/webhooks/', alike: /^\/guides\/(?:errors|going-live|sdks|versioning)\/$/ },
  { name: 'authentication', address: '/guides/authentication/' },
  { name: 'pagination', address: '/guides/pagination/' },
  { name: 'rate-limits', address: '/guides/rate-limits/' },
  { name: 'sandbox', address: '/guides/sandbox/' },
  { name: 'break-it', address: '/guides/break-it/' },
  { name: 'signature-doctor', address: '/guides/signature-doctor/' },
  { name: 'library', address: '/guides/sdks/python/', alike: /^\/guides\/sdks\/.+\/$/ },
  { name: 'playground', address: '/playground/' },
  { name: 'replay', address: '/sandbox/replay/' },
  { name: 'workflows', address: '/workflows/' },
  { name: 'reference', address: '/reference/' },
  { name: 'resource', address: '/reference/contacts/', alike: /^\/reference\/[a-z]+\/$/ },
  {
    name: 'operation',
    address: '/reference/contacts/create-contact/',
    alike: /^\/reference\/(?!events|schemas)[a-z]+\/[a-z-]+\/$/,
  },
  { name: 'union', address: '/reference/chatbots/create-chatbot/' },
  { name: 'events', address: '/reference/events/' },
  { name: 'event', address: '/reference/events/message.created/', alike: /^\/reference\/events\/.+\/$/ },
  { name: 'schema', address: '/reference/schemas/running-chatbot/', alike: /^\/reference\/schemas\/.+\/$/ },
  { name: 'explorer', address: '/explorer/' },
  { name: 'errors', address: '/errors/' },
  { name: 'scopes', address: '/scopes/' },
  { name: 'resources', address: '/resources/' },
  { name: 'changelog', address: '/changelog/' },
  { name: 'changed-for-me', address: '/changelog/for-me/' },
  { name: 'status', address: '/status/' },
  { name: 'quality', address: '/quality/' },
  { name: 'offline', address: '/offline/' },
  { name: 'support', address: '/support/' },
  { name: 'consent', address: '/oauth/authorize/' },
  { name: 'callback', address: '/oauth/callback/' },
  { name: 'not-found', address: '/404.html' },
];
