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
