import { samplesRan } from './facts/samples-ran.ts';
import { librarySamples } from './library-samples.ts';
import type { ReferenceOptions } from './reference/options.ts';

/** How the reference shows the Orbinto API; the reference itself knows any OpenAPI document. */
export const apiReference: ReferenceOptions = {
  source: 'spec/openapi.yaml',
  secretVariable: 'ORBINTO_API_KEY',
  libraries: librarySamples,
  samplesRan: samplesRan(),
  scopes: '/scopes/#{value}',
  console: 'src/site/console/Intent.astro',
  eventTool: 'src/site/components/webhooks/EmitEvent.astro',
  inPage: ({ kind, operation }) =>
    kind === 'event'
      ? `The page lets \`${operation.path}\` happen, in a sandbox of its own, and shows the request as your endpoint would get it, with both signatures verified. [The time machine](/guides/webhooks/#time-machine) lets it fail, and retries it.`
      : 'The page has a console: it sends this request to [the sandbox](/guides/sandbox/) in the page, to one on your machine, or to the live API, and shows the answer and the code of the call.',
  explorer: '/explorer/#{operationId}',
  search: {
    sections: { '/guides/': 'Guide', '/errors/': 'Reference', '/scopes/': 'Reference' },
    suggestions: [
      '/guides/quick-start/',
      '/guides/authentication/',
      '/guides/errors/',
      '/guides/webhooks/',
      '/guides/sandbox/',
      '/reference/',
    ],
  },
  extensions: [
    { name: 'x-key-level', on: 'operation', label: 'level', scheme: 'apiKey', href: '/scopes/#level-{value}' },
    { name: 'x-error-codes', on: 'response', label: 'code', href: '/errors/#{value}' },
    { name: 'x-emitted-by', on: 'event', label: 'Sent by', operations: true },
  ],
};
