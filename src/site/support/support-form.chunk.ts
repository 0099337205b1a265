import { browserStorage, list } from '../console/history/history.ts';
import type { PastCall } from '../console/history/history.ts';
import { catalogue } from '../console/response/help/catalogue.ts';
import { withoutSecretText } from '../../text/without-secrets.ts';
import { lastFailure, mailAddress, mailText } from './compose-mail.ts';

interface Parts {
  text: HTMLTextAreaElement;
  note: HTMLElement;
  help: HTMLElement;
}

/** Writes the console's last failure into the form, and what the error catalogue says of it beside it. */
export async function takeLastFailure({ text, note, help }: Parts): Promise<void> {
  const call = lastFailure(list(browserStorage()));
  help.replaceChildren();
  if (!call) {
    note.textContent = 'The console has no failed call in this browser.';
    return;
  }
  text.value = mailText(call);
  note.textContent = call.removed ? 'Written below. What looked like a secret was left out.' : 'Written below.';
  await showHelp(call, help);
}

async function showHelp({ code, page, method, path }: PastCall, help: HTMLElement): Promise<void> {
  const link = element('a', `${method.toUpperCase()} ${path}`);
  link.setAttribute('href', page);
  help.append(element('p', 'The operation: ', link));
  const meaning = code === undefined ? undefined : (await catalogue.load().catch(() => undefined))?.get(code);
  if (!meaning) return;
  const entry = element('a', meaning.code);
  entry.setAttribute('href', meaning.url);
  help.append(
    element('p', 'The error: ', entry, `. ${meaning.title}.`),
    element('p', plain(meaning.cause)),
    element('p', `Fix: ${plain(meaning.fix)}`),
  );
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}

function element(name: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** Opens the reader's mail program with the text. What looks like a secret is taken out first, where the reader sees it. */
export function openMail({ text, note }: Parts): void {
  clean({ text, note });
  const address = mailAddress(text.value);
  if (address === undefined)
    note.textContent = 'The text is too long for a link to your mail program. Copy it instead.';
  else location.assign(address);
}

export async function copyMail({ text, note }: Parts): Promise<void> {
  const wasCleaned = clean({ text, note });
  try {
    await navigator.clipboard.writeText(text.value);
    if (!wasCleaned) note.textContent = 'Copied.';
  } catch {
    text.select();
    note.textContent = 'The browser refused the clipboard. The text is selected: press Ctrl+C.';
  }
}

function clean({ text, note }: Pick<Parts, 'text' | 'note'>): boolean {
  const cleaned = withoutSecretText(text.value);
  if (cleaned === text.value) return false;
  text.value = cleaned;
  note.textContent = 'What looked like a secret was taken out of the text.';
  return true;
}
