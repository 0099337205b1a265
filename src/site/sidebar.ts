import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { libraries } from './facts/libraries.ts';

/** The sidebar of guides and resource pages, in reading order; the reference brings its own. */
export const sidebar: StarlightUserConfig['sidebar'] = [
  {
    label: 'Get started',
    items: ['guides/quick-start', { label: 'Playground', link: '/playground/' }, 'guides/sandbox'],
  },
  {
    label: 'Learn the API',
    items: [
      'guides/authentication',
      'guides/versioning',
      'guides/pagination',
      'guides/rate-limits',
      'guides/errors',
      'guides/webhooks',
      'guides/signature-doctor',
    ],
  },
  { label: 'Ship it', items: ['guides/break-it', 'guides/going-live'] },
  {
    label: 'Libraries',
    items: ['guides/sdks', ...libraries.map(({ id, language }) => ({ label: language, link: `/guides/sdks/${id}/` }))],
  },
  {
    label: 'Look up',
    items: [
      { label: 'API reference', link: '/reference/' },
      { label: 'Error catalogue', link: '/errors/' },
      { label: 'Scopes and key levels', link: '/scopes/' },
    ],
  },
  {
    label: 'Resources',
    items: [
      'resources',
      { label: 'Workflows', link: '/workflows/' },
      { label: 'Changelog', link: '/changelog/' },
      { label: 'API status', link: '/status/' },
      { label: 'Quality', link: '/quality/' },
      'offline',
      'support',
    ],
  },
];
