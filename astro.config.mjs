import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { basename, dirname } from 'node:path/posix';
import { loadDocument, loadPolicies, SPEC_FILE } from './src/openapi/document/load.ts';
import { apiReference } from './src/site/api-reference.ts';
import { historyOf } from './src/site/changes/change-history.ts';
import { markSince } from './src/site/changes/mark-since.ts';
import { computedChanges } from './src/site/changes/releases.ts';
import { codeFrame, codeTheme } from './src/site/code-blocks.ts';
import { securityHeaders } from './src/site/security/integration.ts';
import { takeAway } from './src/site/downloads/integration.ts';
import { lateStyles } from './src/site/late-styles.ts';
import { thirdPartyLicences } from './src/site/licences/integration.ts';
import { machineReadable } from './src/site/machine-readable.ts';
import { pages } from './src/site/pages.ts';
import { quality } from './src/site/quality/integration.ts';
import { indexProse } from './src/site/reference/search/index-prose.ts';
import { reference } from './src/site/reference/integration.ts';
import { renderedPages } from './src/site/reference/rendered-pages.ts';
import { runnableFences } from './src/site/runnable/fence-plugin.ts';
import { guideApi } from './src/site/runnable/guide-api.ts';
import { sharingPictures } from './src/site/sharing/integration.ts';
import { mark } from './src/site/sharing/mark.ts';
import { sidebar } from './src/site/sidebar.ts';
import manifest from './package.json' with { type: 'json' };
import { markdownPages } from './src/site/markdown-pages/integration.ts';

/** Bundled once for the guides and the reference, whose pages hand it on to all others. */
const document = await loadDocument(SPEC_FILE);
/** What each version of the API has changed: told on the pages of what it changed. */
const policies = await loadPolicies();
const changes = await computedChanges(new URL('spec/', import.meta.url), { document, policies });

/** What stands in the docset, and that of which the headings are looked up, too. */
const docsetPages = ['/', '/guides/', '/reference/', '/errors/', '/scopes/', '/workflows/', '/changelog/', '/support/'];
const docsetProse = ['/guides/', '/workflows/', '/support/'];

const overrides = [
  'SkipLink',
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

/** Puts the files of folders of `src/site`, not those of the folders in them, into one chunk. */
function filesIn(name, ...folders) {
  return { name, test: (id) => folders.some((folder) => dirname(id).endsWith(`/src/site/${folder}`)), priority: 2 };
}

/**
 * What is there by the time a chunk runs: it does not have to name these again for the chunks that it loads late. Each has `lazy`, which
 * holds what loads them.
 */
const loadedBefore = {
  Head: ['preferences', 'choices'],
  mount: ['Intent', 'preact', 'session', 'fields', 'json-text'],
  BodySection: ['preact', 'session', 'fields', 'json-text'],
  fields: ['preact', 'session', 'json-text'],
  session: ['preact', 'fields', 'json-text'],
};

/** Leaves them out of what is loaded ahead: a list of file names weighs as much as a component. */
const preloadNewChunks = {
  name: 'preload-new-chunks',
  configEnvironment: (environment) =>
    environment === 'client'
      ? {
          build: {
            modulePreload: {
              polyfill: false,
              resolveDependencies: (chunk, chunks, { hostId }) => newTo(hostId, chunk, chunks),
            },
            // Each name in such a list weighs: 42 bits tell the versions of a file apart.
            rolldownOptions: { output: { chunkFileNames: '_astro/[name].[hash:7].js' } },
          },
        }
      : undefined,
};

function newTo(host, chunk, chunks) {
  const nameOf = (file) => basename(file).split('.')[0];
  const before = ['lazy', nameOf(host), ...(loadedBefore[nameOf(host)] ?? [])];
  const others = chunks.filter((file) => file !== chunk && !before.includes(nameOf(file)));
  return others.length > 0 ? [chunk, ...others] : [];
}

const prose = indexProse();

export default defineConfig({
  site: 'https://developers.orbinto.com',
  srcDir: '.',
  outDir: 'dist',
  trailingSlash: 'always',
  markdown: {
    processor: satteri({ mdastPlugins: [runnableFences(guideApi(document))] }),
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
    prose,
    renderedPages(prose),
    pages({ directory: 'src/site/pages' }),
    reference({ ...apiReference, document: markSince(document, changes), history: historyOf(changes) }),
    thirdPartyLicences({ name: manifest.name, version: manifest.version, licence: manifest.license }),
    quality(),
    lateStyles(),
    markdownPages(machineReadable(document)),
    sharingPictures({ site: 'Orbinto Developers', tagline: 'Guides, reference, console, sandbox', mark }),
    // Steps of the sign-in are nobody's destination.
    sitemap({ filter: (page) => !page.includes('/oauth/') }),
    takeAway({
      docset: { name: 'Orbinto', identifier: 'orbinto', policies, pages: docsetPages, prose: docsetProse },
      version: document.info.version,
      tellers: ['offline/index.html', 'offline.md', 'llms-full.txt'],
    }),
    securityHeaders(),
  ],
  vite: {
    plugins: [preloadNewChunks],
    build: {
      // The explorer's chunk, Scalar, is larger than any limit one would set; it is loaded on /explorer/ only.
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        output: {
          codeSplitting: {
            groups: [
              // In files of their own, or pages would load what they do not need for their sake.
              {
                name: 'lazy',
                test: /vite\/preload-helper|src\/(?:site\/(?:lazy|ui\/site-path)|sandbox\/use-mark)\.ts/,
                priority: 3,
              },
              { name: 'preact', test: /node_modules\/preact/, priority: 3 },
              // What several rooms share, each in one file in place of many small ones: who calls and where to; the form of
              // that, with what the console's form is made of; what shows a response; what asks; what sends.
              filesIn('session', 'session'),
              filesIn(
                'fields',
                'session/fields',
                'ui/fields',
                'ui/guard',
                'console/request/input',
                'sandbox-panel/button',
              ),
              filesIn('response', 'ui/response'),
              // What the tools that play the API have in common, and nobody else: a group takes along what its files import.
              {
                name: 'demo',
                test: /src\/site\/demo\/(?:Lanes|Step\w+|use-stepping)\.tsx?/,
                priority: 1,
              },
              {
                name: 'dialogs',
                test: /src\/site\/ui\/(?:LiveDialog|TwoSteps|CopyButton|save-file)\.tsx?/,
                priority: 2,
              },
              // What the panel and the tools for webhooks tell of.
              {
                name: 'webhooks',
                test: /src\/(?:site\/sandbox-panel\/format-time|sandbox\/generated\/(?:events|recipes))\.ts/,
                priority: 1,
              },
              // Small files of the sandbox that tools of the pages read, too.
              {
                name: 'policies',
                test: /src\/sandbox\/(?:generated\/policies|webhooks\/(?:delivery|signature))\.ts/,
                priority: 1,
              },
              // What a call is made into, kept as and linked to, once there is one.
              {
                name: 'call',
                test: /console\/(?:permalink\/permalink|without-secrets|history\/(?:history|kept-responses)|request\/make-request|response\/help\/refusal)\.ts|samples\/(?:sample-)?request\.ts/,
                priority: 1,
              },
              {
                name: 'send',
                test: /src\/(?:site\/session\/(?:request\/|failures\/explain-failure\.ts)|sandbox\/any-signal\.ts)/,
                priority: 2,
              },
              filesIn('failures', 'session/failures'),
              // What a sign-in is begun and ended with: each name in the list of what is loaded late weighs.
              { name: 'oauth', test: /session\/sign-in\/oauth\/(?:authorization-code|pkce)\.ts/, priority: 1 },
              { name: 'openapi', test: /src\/openapi\/(?:document\/refs|model\/naming)\.ts/, priority: 1 },
              { name: 'validate', test: /node_modules\/@cfworker\/json-schema/, priority: 1 },
              // What says where in JSON something is wrong.
              { name: 'json-error', test: /src\/json-text\/(?:error|find)\.ts/, priority: 1 },
              // What reads JSON wherever it is shown; to edit it, and to say what is wrong with it, few need.
              { name: 'json-text', test: /src\/json-text\/(?:lexer|tree|format|json-pointer)\.ts/, priority: 2 },
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
