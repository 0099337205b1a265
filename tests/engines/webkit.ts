/** WebKitGTK, the engine of Safari, driven by WebDriver. @see https://www.w3.org/TR/webdriver2/ */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Builder, Capabilities, error, Key as SpecialKey } from 'selenium-webdriver';
import type { WebDriver, WebElement } from 'selenium-webdriver';
import type { WebKitPrograms } from '../../scripts/browsers/find.ts';
import { freePort } from '../../scripts/ports.ts';
import type { Wanted } from './page-side.ts';
import { inWords, until } from './tab.ts';
import type { Engine, Key, Profile, Tab } from './tab.ts';

/** In containers there are neither the namespaces nor the graphics that it would like to use. */
const SETTINGS = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };

/** Each profile is a browser of its own: WebKit's automation keeps its storage in memory and forgets it at the end. */
export async function launchWebKit(programs: WebKitPrograms): Promise<Engine> {
  const screen = spawn(programs.display, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const env = { ...process.env, ...SETTINGS, DISPLAY: `:${number.toString().trim()}` };
  return {
    newProfile: (base) => openProfile(programs, env, base),
    close: () => end(screen),
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  if (child.kill()) await ended;
}

async function openProfile(programs: WebKitPrograms, env: NodeJS.ProcessEnv, base: string): Promise<Profile> {
  const { driver, program } = await startSession(programs, env).catch(() => startSession(programs, env));
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
  const close = async (): Promise<void> => {
    await driver.quit();
    await end(program);
  };
  return { open, close };
}

interface Session {
  readonly driver: WebDriver;
  /** The driver's process; the browser ends with it. */
  readonly program: ChildProcess;
}

/**
 * Starts a browser with a driver of its own.
 * @throws where it does not come up: now and then it hangs at its start, and the next one does not
 */
async function startSession(programs: WebKitPrograms, env: NodeJS.ProcessEnv): Promise<Session> {
  const port = await freePort();
  const program = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
  const server = `http://127.0.0.1:${port}`;
  await until('the WebKit driver', () => fetch(`${server}/status`).catch(() => undefined));
  const options = {
    binary: programs.browser,
    args: ['--automation', '--javascript-can-open-windows-automatically=true'],
  };
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
  const giveUp = setTimeout(() => program.kill(), 20_000);
  try {
    return { driver: await new Builder().usingServer(server).withCapabilities(capabilities).build(), program };
  } finally {
    clearTimeout(giveUp);
  }
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
