import { languageTitles } from './code-blocks.ts';
import { guides } from './navigation.ts';
import type { MarkdownPagesOptions } from './markdown-pages/integration.ts';

/** What agents are told of this site in `llms.txt`, and how its pages are ordered there. */
export const machineReadable: MarkdownPagesOptions = {
  title: 'Orbinto Developers',
  description: 'Documentation of the Orbinto API: a REST API and webhooks for live chat, chatbots and visitor data.',
  details: [
    'Each page below is Markdown; the same address without `.md` and with a slash at its end is the page for people.',
    'The page of an operation is enough to write a client of it: parameters, schemas, errors and samples stand there.',
    'Try requests without an account: `npm run mock` in a clone of this site serves the same API on your machine.',
  ].join(' '),
  sections: [
    { title: 'Guides', pages: guides.map(({ href }) => href) },
    { title: 'API reference', pages: ['/reference/', '/errors/', '/scopes/'] },
    { title: 'Webhook events', pages: ['/reference/events/*'] },
    { title: 'Operations and resources', pages: ['/reference/*'] },
    { title: 'Optional', pages: ['/', '/resources/', '/changelog/'] },
  ],
  files: {
    title: 'Files',
    pages: [
      { title: 'OpenAPI 3.1', href: '/openapi.json', description: 'The whole API; also as openapi.yaml.' },
      { title: 'OpenAPI 3.0', href: '/openapi-3.0.json', description: 'The same for tools that do not read 3.1.' },
      { title: 'Arazzo workflows', href: '/arazzo.json', description: 'Calls that belong together, step by step.' },
      { title: 'Postman collection', href: '/postman/collection.json', description: 'Every operation as a request.' },
      { title: 'All pages in one file', href: '/llms-full.txt', description: 'What the pages above say, in one text.' },
    ],
  },
  except: ['/oauth/'],
  captions: Object.values(languageTitles),
};
