import type { OpenApiDocument } from '../openapi/document/openapi-document.ts';
import { languageTitles } from './code-blocks.ts';
import { localServer } from './facts/local-server.ts';
import { guides } from './navigation.ts';
import type { MarkdownPagesOptions } from './markdown-pages/integration.ts';

/** What agents are told of this site in `llms.txt`, and how its pages are ordered there. */
export const machineReadable = (document: OpenApiDocument): MarkdownPagesOptions => ({
  title: 'Orbinto Developers',
  description: 'Documentation of the Orbinto API: a REST API and webhooks for live chat, chatbots and visitor data.',
  details: [
    'Each page below is Markdown; the same address without `.md` and with a slash at its end is the page for people.',
    'That address gives the Markdown, too, to a request with `Accept: text/markdown`.',
    'The page of an operation is enough to write a client of it: parameters, schemas, errors and samples stand there.',
    'Agents that speak MCP get search, pages and the sandbox from `npx @orbinto/sandbox mcp`, once its package is released.',
    'Try requests without an account: `npm run mock` in a clone of this site serves the same API on your machine,',
    `at \`${localServer(document)}\`, to any key that is \`sk_test_\` and a name of eight letters or digits and more.`,
  ].join(' '),
  sections: [
    { title: 'Guides', pages: [...guides.map(({ href }) => href), '/playground/'] },
    { title: 'API reference', pages: ['/reference/', '/errors/', '/scopes/'] },
    { title: 'Webhook events', pages: ['/reference/events/*'] },
    { title: 'Operations and resources', pages: ['/reference/*'] },
    { title: 'Optional', pages: ['/', '/resources/', '/offline/', '/changelog/'] },
  ],
  files: {
    title: 'Files',
    pages: [
      { title: 'OpenAPI 3.1', href: '/openapi.json', description: 'The whole API; also as openapi.yaml.' },
      { title: 'OpenAPI 3.2', href: '/openapi-3.2.json', description: 'The same in the words of the newest version.' },
      { title: 'OpenAPI 3.0', href: '/openapi-3.0.json', description: 'The same for tools that do not read 3.1.' },
      { title: 'Arazzo workflows', href: '/arazzo.json', description: 'Calls that belong together, step by step.' },
      { title: 'AsyncAPI 3.0', href: '/asyncapi.json', description: 'The webhook events; also as asyncapi.yaml.' },
      { title: 'Arazzo 1.1', href: '/arazzo-1.1.json', description: 'A workflow that waits for its event.' },
      { title: 'Postman collection', href: '/postman/collection.json', description: 'Every operation as a request.' },
      {
        title: 'Agent skills',
        href: '/.well-known/agent-skills/index.json',
        description: 'First call, webhook verification, paging and retries, OAuth: texts whose code runs.',
      },
      {
        title: 'Collections',
        href: '/collections/orbinto-collections.zip',
        description: 'The same requests for Bruno, .http, Hurl, Insomnia, Hoppscotch and Postman.',
      },
      { title: 'Changes', href: '/changelog/changes.json', description: 'What each release changes, by operation.' },
      { title: 'All pages in one file', href: '/llms-full.txt', description: 'What the pages above say, in one text.' },
    ],
  },
  except: ['/oauth/'],
  captions: Object.values(languageTitles),
});
