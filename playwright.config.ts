import { defineConfig } from '@playwright/test';
import { findChromium, findFirefox, findWebKit } from './scripts/browsers/find.ts';
import { freePort } from './scripts/ports.ts';
import drawSeed from './tests/draw-seed.ts';
import type { EngineOptions } from './tests/engines/fixtures.ts';

// The first process chooses the ports; Playwright's workers load this file again and inherit them.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_MOCK_PORT ??= String(await freePort());
if (process.env.PROPERTY_SEED === undefined) drawSeed();
const { E2E_PORT, E2E_MOCK_PORT } = process.env;

/** Under CI all three must be there; elsewhere one that is missing is not run, and `npm test` tells so. */
const engines = (['chromium', 'firefox', 'webkit'] as const).filter(
  (name) => process.env.CI || { chromium: findChromium, firefox: findFirefox, webkit: findWebKit }[name](),
);

/**
 * A run of all stages leaves to a full one: files named `*.long.spec.ts`, tests tagged `@long`, and of what holds in all engines what
 * Firefox does not show (Chromium, which runs all else) or what seldom differs in WebKit from Firefox. A tag with an engine's name means
 * that only this one runs the test.
 */
const isQuick = process.env.QUICK_TESTS !== undefined;
const quick = {
  site: { testIgnore: '**/*.long.spec.ts', grepInvert: /@long/ },
  chromium: { testIgnore: '**' },
  firefox: { testIgnore: '**/*.long.spec.ts', grepInvert: /@chromium/ },
  webkit: { testMatch: /(?:operations|sign-in|private)\.spec\.ts$/, grepInvert: /@chromium|@firefox/ },
};

/** Tests a site that is built already (`npm run build`), served with the production headers, and a mock in memory. */
export default defineConfig<object, EngineOptions>({
  testDir: 'tests',
  // The longest tests first, so that none of them is left alone at the end.
  projects: [
    ...engines.map((engineName) => ({
      name: engineName,
      testDir: 'tests/engines',
      use: { engineName },
      ...(isQuick && quick[engineName]),
    })),
    { name: 'site', testDir: 'tests/e2e', ...(isQuick && quick.site) },
  ],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A change is not refused for a machine that was busy; what needed the second try is told at the end of the run.
  retries: process.env.CI ? 1 : 0,
  // A page waits more than it works: for frames, timers and answers.
  workers: 3,
  // Generous, for machines that are busy with other things.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${E2E_PORT}`,
    viewport: { width: 1440, height: 900 },
    // What is kept offline is tested by itself; elsewhere it would be fetched anew for each test.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--disable-gpu', '--disable-background-networking', '--no-sandbox'],
    },
  },
  webServer: [
    {
      command: 'node scripts/serve.ts',
      env: { PORT: E2E_PORT },
      url: `http://localhost:${E2E_PORT}`,
    },
    {
      command: `node src/sandbox/node.ts --memory --port ${E2E_MOCK_PORT} --cors-origin http://localhost:${E2E_PORT}`,
      port: Number(E2E_MOCK_PORT),
    },
  ],
});
