/** Chromium, driven by Playwright. */
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Wanted } from './page-side.ts';
import { callText, findOnPage, inWords, until } from './tab.ts';
import type { Engine, Key, Tab } from './tab.ts';

export async function launchChromium(executablePath: string): Promise<Engine> {
  const args = ['--disable-gpu', '--disable-background-networking', '--no-sandbox'];
  const browser = await chromium.launch({ executablePath, args });
  return {
    newProfile: async (base) => {
      const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } });
      // A reader's browser lets a page write at a press; without windows there is nobody to allow it.
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      return { open: async () => new ChromiumTab(await context.newPage()), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

class ChromiumTab implements Tab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async goto(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  /** Runs again what a navigation interrupted. */
  async run<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>> {
    const call = callText(work, argument);
    try {
      return await this.#page.evaluate<Awaited<R>>(call);
    } catch (error) {
      if (!isInterrupted(error)) throw error;
      await this.#page.waitForLoadState();
      return this.#page.evaluate<Awaited<R>>(call);
    }
  }

  async click(wanted: Wanted): Promise<void> {
    const element = await until(inWords(wanted), async () => {
      const found = await this.#page.evaluateHandle(findOnPage, wanted).catch((error: unknown) => {
        if (!isInterrupted(error)) throw error;
      });
      return found?.asElement() ?? undefined;
    });
    await element.click();
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.insertText(text);
  }

  press(key: Key, modifier?: 'Control'): Promise<void> {
    return this.#page.keyboard.press(modifier ? `${modifier}+${key}` : key);
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewportSize({ width, height });
  }

  async popup(work: () => Promise<void>): Promise<Tab> {
    const [page] = await Promise.all([this.#page.waitForEvent('popup'), work()]);
    return new ChromiumTab(page);
  }

  isClosed(): Promise<boolean> {
    return Promise.resolve(this.#page.isClosed());
  }
}

function isInterrupted(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Execution context was destroyed');
}
