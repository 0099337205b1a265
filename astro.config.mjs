import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { apiReference } from './src/site/api-reference.ts';
import { codeFrame, codeTheme } from './src/site/code-blocks.ts';
import { securityHeaders } from './src/site/csp.ts';
import { machineReadable } from './src/site/machine-readable.ts';
import { pages } from './src/site/pages.ts';
import { reference } from './src/site/reference/integration.ts';
import { runnableFences } from './src/site/runnable/fence-plugin.ts';
import { guideApi } from './src/site/runnable/guide-api.ts';
import { sharingPictures } from './src/site/sharing/integration.ts';
import { mark } from './src/site/sharing/mark.ts';
import { sidebar } from './src/site/sidebar.ts';
import { markdownPages } from './src/site/markdown-pages/integration.ts';

const overrides = [
  'Footer',
  'Head',
  'Header',
  'Hero',
  'PageTitle',
  'Sidebar',
  'SiteTitle',
  'ThemeProvider',
  'ThemeSelect',
];

export default defineConfig({
  site: 'https://developers.orbinto.com',
  srcDir: '.',
  outDir: 'dist',
  trailingSlash: 'always',
  markdown: {
    processor: satteri({ mdastPlugins: [runnableFences(await guideApi())] }),
    shikiConfig: { theme: codeTheme, transformers: [codeFrame] },
  },
  integrations: [
    starlight({
      title: 'Orbinto Developers',
      description: 'Guides, reference, live console and sandbox of the Orbinto API.',
      favicon: '/favicon.svg',
      customCss: ['./src/site/styles/index.css'],
      disable404Route: true,
      expressiveCode: false,
      sidebar,
      // Long guides say more of a term than a page that repeats it: length and frequency count less than by default.
      pagefind: { ranking: { pageLength: 0.1, termFrequency: 0.4 } },
      components: Object.fromEntries(overrides.map((name) => [name, `./src/site/components/starlight/${name}.astro`])),
    }),
    pages({ directory: 'src/site/pages' }),
    reference(apiReference),
    markdownPages(machineReadable),
    sharingPictures({ site: 'Orbinto Developers', tagline: 'Guides, reference, console, sandbox', mark }),
    // Steps of the sign-in are nobody's destination.
    sitemap({ filter: (page) => !page.includes('/oauth/') }),
    securityHeaders(),
  ],
  vite: {
    build: {
      // The explorer's chunk, Scalar, is larger than any limit one would set; it is loaded on /explorer/ only.
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        output: {
          codeSplitting: {
            groups: [
              // In files of their own, or pages would load what they do not need for their sake.
              { name: 'preload', test: /vite\/preload-helper/, priority: 3 },
              { name: 'preact', test: /node_modules\/preact/, priority: 3 },
              {
                // What consoles, the control panel and the blocks of guides share: one file in place of eight small ones.
                name: 'session',
                test: /src\/site\/console\/(?:environments|fresh-secret|page-session|session|tab-store|mock-url|format)\.ts/,
                priority: 2,
              },
              // What they share to send and to print a call: not needed before the reader does either.
              { name: 'sending', test: /src\/site\/console\/(?:exchange|tokens)\.ts/, priority: 2 },
              {
                // What the console's form shares with the explorer and the control panel, likewise.
                name: 'credentials',
                test: /src\/site\/(?:console\/(?:credentials\/(?:CredentialField|load-parts|scopes)|form\/(?:Key|MockUrl|Environment)?Field|request|call|use-session)|sandbox\/SandboxButton)\.tsx?/,
                priority: 1,
              },
              // What they share to show an answer, likewise.
              {
                name: 'answer',
                test: /src\/site\/console\/(?:TwoSteps|response\/(?:status|measures|body\/visible-text))\.tsx?/,
              },
            ],
          },
        },
        // Astro marks the styles of each MDX page with a directive of its own; its build reads it before the bundler does.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
    server: { watch: { ignored: ['**/.orbinto/**', '**/.node/**', '**/dist/**', '**/tests/**', '**/sdks/**'] } },
  },
});
