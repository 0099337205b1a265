import { areBroken, toggleLines } from './break-lines.ts';
import { areOn, turn } from './preferences.ts';
import './sheet.css';

/** Key, and what it does; with a selector, only where the page has such a thing. */
const rows: readonly (readonly [key: string, does: string, selector?: string])[] = [
  ['/', 'Search', '[data-search-open]'],
  ['t', 'Try it: open the console', '[data-console-open]'],
  ['t', 'Try it: open what the page plays', '[data-demo] #try-it'],
  ['t', 'Try it: go to the first request', ':root:not(:has(#try-it)) .ob-run-button'],
  ['w', 'Wrap long lines of code'],
  ['?', 'Show this'],
];

let sheet: HTMLDialogElement | undefined;

/** Opens the list of keys, where they can be turned off too. */
export function showShortcuts(): void {
  if (sheet?.open) return;
  sheet = make();
  document.body.append(sheet);
  sheet.showModal();
}

function make(): HTMLDialogElement {
  const dialog = element('dialog', { class: 'ob-shortcuts', 'aria-labelledby': 'ob-shortcuts-title' });
  const list = element('dl', {});
  for (const [key, does, selector] of rows) {
    if (selector !== undefined && !document.querySelector(selector)) continue;
    list.append(element('dt', {}, element('kbd', {}, key)), element('dd', {}, does));
  }
  const close = element('button', { type: 'button' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(
    element('h2', { id: 'ob-shortcuts-title' }, 'Keyboard shortcuts'),
    list,
    choice('Use these keys', areOn(), turn),
    choice('Wrap long lines of code', areBroken(), toggleLines),
    close,
  );
  return dialog;
}

function choice(label: string, isOn: boolean, change: (on: boolean) => void): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = isOn;
  box.addEventListener('change', () => change(box.checked));
  return element('label', {}, box, ` ${label}`);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
