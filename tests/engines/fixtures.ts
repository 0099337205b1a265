import { test as base, expect as baseExpect } from '@playwright/test';
import { findChromium, findFirefox, findWebKit } from '../../scripts/browsers/find.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { startTestSite } from './site.ts';
import type { TestSite } from './site.ts';
import type { Engine, Profile, Tab } from './tab.ts';
import { launchWebKit } from './webkit.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface EngineOptions {
  /** Set by the project. */
  engineName: EngineName;
  /** Whether the browser keeps what pages store in memory only, as a private window does. */
  isPrivate: boolean;
}

interface WorkerFixtures extends EngineOptions {
  engine: Engine;
  site: TestSite;
}

interface Fixtures {
  profile: Profile;
  /** The first tab of a new profile. */
  tab: Tab;
  /** Faults of pages that match are expected by the test. */
  expectFaults(pattern: RegExp): void;
}

function launch(name: EngineName, isPrivate: boolean): Promise<Engine> {
  if (name === 'chromium') return launchChromium(findChromium() ?? 'chromium');
  if (name === 'firefox') return launchFirefox(findFirefox() ?? 'firefox', isPrivate);
  const programs = findWebKit();
  if (!programs) throw new Error('There is no WebKitGTK on this machine.');
  return launchWebKit(programs);
}

/**
 * A test of a fact that holds in every engine. It fails, whatever else it checks, when a page throws, writes an error to
 * the console or breaks its content security policy.
 */
export const test = base.extend<Fixtures & { expectedFaults: RegExp[] }, WorkerFixtures>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  isPrivate: [false, { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName, isPrivate }, use) => {
      const engine = await launch(engineName, isPrivate);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await startTestSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  expectedFaults: async ({}, use) => use([]),
  expectFaults: async ({ expectedFaults }, use) => use((pattern) => void expectedFaults.push(pattern)),
  profile: async ({ engine, site, expectedFaults }, use) => {
    const profile = await engine.newProfile(site.base);
    await use(profile);
    await profile.close();
    const faults = site.takeFaults().filter((fault) => !expectedFaults.some((pattern) => pattern.test(fault)));
    baseExpect(faults).toEqual([]);
  },
  tab: async ({ profile }, use) => use(await profile.open()),
});

export const expect = baseExpect.configure({ timeout: 60_000 });
