/** Firefox as Mozilla publishes it, driven by WebDriver BiDi. @see https://www.w3.org/TR/webdriver-bidi/ */
import { launch } from 'puppeteer-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Wanted } from './page-side.ts';
import { callText, findOnPage, inWords, until } from './tab.ts';
import type { Engine, Key, Tab } from './tab.ts';

/** @param isPrivate keeps what pages store in memory, as a private window does */
export async function launchFirefox(executablePath: string, isPrivate = false): Promise<Engine> {
  const extraPrefsFirefox = { 'browser.privatebrowsing.autostart': isPrivate };
  const browser = await launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });
  return {
    newProfile: async (base) => {
      const context = await browser.createBrowserContext();
      const open = async () => {
        const page = await context.newPage();
        await page.setViewport({ width: 1440, height: 900 });
        return new FirefoxTab(page, base);
      };
      return { open, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

class FirefoxTab implements Tab {
  readonly #page: Page;
  readonly #base: string;

  constructor(page: Page, base: string) {
    this.#page = page;
    this.#base = base;
  }

  async goto(address: string): Promise<void> {
    // Firefox slows down tabs that nobody looks at.
    await this.#page.bringToFront();
    await this.#page.goto(this.#base + address);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  run<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>> {
    return this.#page.evaluate(callText(work, argument)) as Promise<Awaited<R>>;
  }

  async click(wanted: Wanted): Promise<void> {
    const element = await until(inWords(wanted), async () => {
      const found = await this.#page.evaluateHandle(findOnPage, wanted);
      return (found.asElement() as ElementHandle<Element> | null) ?? undefined;
    });
    await element.scrollIntoView();
    const pressed = await element.evaluateHandle((node) => {
      const note = { isThere: false };
      node.addEventListener('click', () => (note.isThere = true), { capture: true, once: true });
      return note;
    });
    // The press goes to a place: what is still moved by what comes above it is missed, and pressed again.
    for (let tries = 0; tries < 3; tries += 1) {
      await atRest(element);
      await element.click();
      // A page that is left by the press has nothing to say any more.
      if (await pressed.evaluate(({ isThere }) => isThere).catch(() => true)) return;
    }
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  async press(key: Key, modifier?: 'Control'): Promise<void> {
    if (modifier) await this.#page.keyboard.down(modifier);
    await this.#page.keyboard.press(key);
    if (modifier) await this.#page.keyboard.up(modifier);
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height });
  }

  async popup(work: () => Promise<void>): Promise<Tab> {
    const opened = new Promise<Page>((resolve) => {
      this.#page.once('popup', (page) => page && resolve(page));
    });
    await work();
    return new FirefoxTab(await opened, this.#base);
  }

  isClosed(): Promise<boolean> {
    return Promise.resolve(this.#page.isClosed());
  }
}

/** Waits until an element stays where it is. */
function atRest(element: ElementHandle<Element>): Promise<void> {
  return element.evaluate(async (node) => {
    for (let [last, now] = [NaN, node.getBoundingClientRect().top]; now !== last;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      [last, now] = [now, node.getBoundingClientRect().top];
    }
  });
}
