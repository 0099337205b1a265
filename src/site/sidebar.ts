import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** The sidebar of guides and resource pages; the reference brings its own. */
export const sidebar: StarlightUserConfig['sidebar'] = [
  { label: 'Start here', items: [{ slug: 'guides/quick-start' }] },
];
