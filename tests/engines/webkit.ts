/** WebKitGTK in tests. */
import { error, Key as SpecialKey } from 'selenium-webdriver';
import type { WebDriver, WebElement } from 'selenium-webdriver';
import type { WebKitPrograms } from '../../scripts/browsers/find.ts';
import { startDisplay, startWebKit } from '../../scripts/browsers/webkit-session.ts';
import type { Display } from '../../scripts/browsers/webkit-session.ts';
import type { Wanted } from './page-side.ts';
import { inWords, until } from './tab.ts';
import type { Engine, Key, Profile, Tab } from './tab.ts';

/** Each profile is a browser of its own. */
export async function launchWebKit(programs: WebKitPrograms): Promise<Engine> {
  const display = await startDisplay(programs);
  return { newProfile: (base) => openProfile(programs, display, base), close: () => display.close() };
}

async function openProfile(programs: WebKitPrograms, display: Display, base: string): Promise<Profile> {
  const { driver, close } = await startWebKit(programs, display);
  const [first] = await driver.getAllWindowHandles();
  let isUsed = false;
  const open = async (): Promise<Tab> => {
    if (isUsed) await driver.switchTo().newWindow('tab');
    const handle = isUsed ? await driver.getWindowHandle() : (first ?? '');
    isUsed = true;
    const tab = new WebKitTab(driver, handle, base);
    await tab.resize(1440, 900);
    return tab;
  };
  return { open, close };
}

class WebKitTab implements Tab {
  readonly #driver: WebDriver;
  readonly #handle: string;
  readonly #base: string;

  constructor(driver: WebDriver, handle: string, base: string) {
    this.#driver = driver;
    this.#handle = handle;
    this.#base = base;
  }

  async goto(address: string): Promise<void> {
    await (await this.#window()).get(this.#base + address);
  }

  async reload(): Promise<void> {
    await (await this.#window()).navigate().refresh();
  }

  async run<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>> {
    const driver = await this.#window();
    return driver.executeScript<Awaited<R>>(`return (${work.toString()})(arguments[0])`, argument);
  }

  /** Again where the element moved, or was drawn anew, between the search and the press. */
  async click(wanted: Wanted): Promise<void> {
    const driver = await this.#window();
    await until(inWords(wanted), async () => {
      const element = await driver.executeScript<WebElement | null | undefined>(
        'return globalThis.findOne?.(arguments[0])',
        wanted,
      );
      if (!element) return undefined;
      try {
        await driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
        await element.click();
        return true;
      } catch (failure) {
        if (failure instanceof error.ElementNotInteractableError) return undefined;
        if (failure instanceof error.StaleElementReferenceError) return undefined;
        throw failure;
      }
    });
  }

  async type(text: string): Promise<void> {
    await (await this.#window()).actions().sendKeys(text).perform();
  }

  async press(key: Key, modifier?: 'Control'): Promise<void> {
    const special: Record<string, string> = { Enter: SpecialKey.ENTER, Escape: SpecialKey.ESCAPE };
    const pressed = special[key] ?? key;
    const actions = (await this.#window()).actions();
    if (modifier) actions.keyDown(SpecialKey.CONTROL);
    actions.keyDown(pressed).keyUp(pressed);
    if (modifier) actions.keyUp(SpecialKey.CONTROL);
    await actions.perform();
  }

  /** A window has a frame: it is made larger than the page by what the page lacks. */
  async resize(width: number, height: number): Promise<void> {
    const window = (await this.#window()).manage().window();
    await window.setRect({ width, height });
    const [inner, outer] = await this.run(() => [innerHeight, outerHeight], undefined);
    await window.setRect({ width, height: height + outer - inner });
  }

  async popup(work: () => Promise<void>): Promise<Tab> {
    const before = new Set(await this.#driver.getAllWindowHandles());
    await work();
    const handle = await until('a window', async () =>
      (await this.#driver.getAllWindowHandles()).find((one) => !before.has(one)),
    );
    return new WebKitTab(this.#driver, handle, this.#base);
  }

  async isClosed(): Promise<boolean> {
    return !(await this.#driver.getAllWindowHandles()).includes(this.#handle);
  }

  async #window(): Promise<WebDriver> {
    await this.#driver.switchTo().window(this.#handle);
    return this.#driver;
  }
}
