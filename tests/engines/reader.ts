/** What a reader does in a tab, and what he sees. */
import type { Wanted } from './page-side.ts';
import { inWords, until } from './tab.ts';
import type { Tab } from './tab.ts';

export const button = (name: string, within?: Wanted): Wanted => ({ role: 'button', name, ...(within && { within }) });
export const dialog = (name: string): Wanted => ({ role: 'dialog', name });
export const textbox = (name: string): Wanted => ({ role: 'textbox', name });

/** Waits until an element is shown. */
export async function see(tab: Tab, wanted: Wanted): Promise<void> {
  await until(inWords(wanted), async () => ((await count(tab, wanted)) > 0 ? true : undefined));
}

/** Waits until an element is not shown any more. */
export async function seeNo(tab: Tab, wanted: Wanted): Promise<void> {
  await until(`no ${inWords(wanted)}`, async () => ((await count(tab, wanted)) === 0 ? true : undefined));
}

/** How many are shown; -1 while a page is on its way. */
export function count(tab: Tab, wanted: Wanted): Promise<number> {
  return tab.run((one: Wanted) => (globalThis as Partial<typeof globalThis>).findAll?.(one).length ?? -1, wanted);
}

/** The text of the first element, as it is laid out; empty where none is shown. */
export function textOf(tab: Tab, wanted: Wanted): Promise<string> {
  return tab.run(
    (one: Wanted) => (globalThis as Partial<typeof globalThis>).findAll?.(one)[0]?.innerText ?? '',
    wanted,
  );
}

/** The value of a field. */
export function valueOf(tab: Tab, wanted: Wanted): Promise<string> {
  return tab.run((one: Wanted) => (globalThis.findAll(one)[0] as HTMLInputElement | undefined)?.value ?? '', wanted);
}

/** Waits until an element holds a text. */
export async function read(tab: Tab, wanted: Wanted, text: string): Promise<void> {
  let last = '';
  await until(`“${text}” in ${inWords(wanted)}`, async () => {
    last = await textOf(tab, wanted);
    return last.includes(text) ? true : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${last.slice(0, 500)}`);
  });
}

/** Replaces what stands in a field by the keyboard. */
export async function fill(tab: Tab, field: Wanted, text: string): Promise<void> {
  await tab.click(field);
  await tab.press('a', 'Control');
  await tab.type(text);
}

/** Chooses an option of a list by its text. Lists open outside of the page, where no driver reaches. */
export async function choose(tab: Tab, list: Wanted, option: string): Promise<void> {
  await see(tab, list);
  await tab.run(
    ([one, label]: [Wanted, string]) => {
      const select = globalThis.findAll(one)[0] as HTMLSelectElement;
      const chosen = [...select.options].find(({ text }) => text.trim() === label);
      if (!chosen) throw new Error(`There is no ${label}`);
      select.value = chosen.value;
      select.dispatchEvent(new Event('input', { bubbles: true }));
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [list, option],
  );
}

/** Makes the tab that of a reader who has never been here: nothing of the site is stored any more. */
export async function forgetAll(tab: Tab): Promise<void> {
  await tab.goto('/robots.txt');
  await tab.run(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase(name);
        deletion.onsuccess = resolve;
        deletion.onerror = reject;
      });
    }
  }, undefined);
}

const response: Wanted = { role: 'region', name: 'Response' };

/** Opens the console of an operation's page. */
export async function openConsole(tab: Tab, address: string): Promise<void> {
  await tab.goto(address);
  await tryIt(tab);
}

/** Opens the console of the page that the tab shows. */
export async function tryIt(tab: Tab): Promise<void> {
  await tab.click(button('Try it'));
  await see(tab, button('Send'));
}

/** Sends what the console holds and waits for an answer of this status. */
export async function send(tab: Tab, status: number): Promise<void> {
  await tab.click(button('Send'));
  await answered(tab, status);
}

export async function answered(tab: Tab, status: number): Promise<void> {
  let last: string | undefined;
  await until(`an answer of status ${status}`, async () => {
    last = await tab.run((one: Wanted) => globalThis.findAll(one)[0]?.dataset['status'], response);
    return last === String(status) ? true : undefined;
  }).catch(async (error: unknown) => {
    const shown = await textOf(tab, response);
    throw new Error(`${String(error)}; the answer has ${last}: ${shown.slice(0, 500)}`);
  });
}
