import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { expressiveCode } from './src/site/expressive-code.ts';
import { pages } from './src/site/pages.ts';
import { sidebar } from './src/site/sidebar.ts';

export default defineConfig({
  site: 'https://developers.orbinto.com',
  srcDir: '.',
  outDir: 'dist',
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: 'Orbinto Developers',
      description: 'Guides, reference, live console and sandbox of the Orbinto API.',
      favicon: '/favicon.svg',
      customCss: ['./src/site/styles/index.css'],
      disable404Route: true,
      expressiveCode,
      sidebar,
      components: {
        Head: './src/site/components/starlight/Head.astro',
      },
    }),
    pages({ directory: 'src/site/pages' }),
  ],
  vite: {
    server: { watch: { ignored: ['**/.orbinto/**', '**/.node/**', '**/dist/**', '**/tests/**', '**/sdks/**'] } },
  },
});
