import { pagefindUserConfig } from 'virtual:starlight/pagefind-config';
import { lazy } from '../../lazy.ts';
import { findIdentifiers } from './identifiers.ts';
import type { IdentifierIndex } from './identifiers.ts';
import { corrections, sectionOf, suggestions } from './proposals.ts';
import { findProse } from './prose.ts';
import type { Prose } from './prose.ts';
import { forgetSearches, recentSearches, remember } from './recent.ts';
import { identifierRow, proseRow, recentRow, text } from './rows.ts';
import type { Group, Row } from './rows.ts';

export { findIdentifiers };

/** Pages that speak of a query; `undefined` where a later one has overtaken it. */
export function findPages(base: string, query: string): Promise<Prose | undefined> {
  return findProse(base, pagefindUserConfig.ranking, query);
}

/** Makes the dialog search while the reader types. Arrow keys choose, Enter follows, Escape closes. */
export function mountSearch(host: HTMLElement): void {
  const dialog = host.querySelector('dialog');
  const input = host.querySelector('input');
  const list = host.querySelector<HTMLElement>('[role="listbox"]');
  const note = host.querySelector<HTMLElement>('[role="status"]');
  const clear = host.querySelector<HTMLElement>('.search-clear');
  if (!dialog || !input || !list || !note || !clear) return;
  const parts = { input, list, note };
  const base = host.dataset['base'] ?? '';
  const names = lazy(() => fetchNames(base));
  let latest = 0;
  let isEntered = false;
  let slow: ReturnType<typeof setTimeout> | undefined;

  const search = async (): Promise<void> => {
    const turn = ++latest;
    isEntered = false;
    const query = input.value.trim();
    clearTimeout(slow);
    if (query) slow = setTimeout(() => (note.textContent = 'Searching…'), 150);
    const recent = query === '' ? recentSearches() : [];
    clear.hidden = recent.length === 0;
    const index = await names.load().catch(() => undefined);
    if (turn !== latest) return;
    if (query === '') return show(parts, [{ title: 'Recent', rows: recent.map(recentRow) }, suggestions(index)]);
    const exact = { title: 'Reference', rows: index ? findIdentifiers(index, query).map(identifierRow) : [] };
    // What was found for another text goes at once, so that Enter cannot follow it; its room stays, so that nothing jumps.
    const { offsetHeight } = list;
    show(parts, [exact]);
    list.style.minHeight = `${offsetHeight}px`;
    const found = await withPages(base, index, query, exact);
    if (turn !== latest || !found) return;
    clearTimeout(slow);
    show(parts, found.groups, found.message, Math.max(found.first ?? 0, chosenAt(list)));
    if (isEntered && found.first !== undefined) options(list)[found.first]?.click();
  };

  input.addEventListener('input', () => void search());
  clear.addEventListener('click', () => {
    forgetSearches();
    input.focus();
    void search();
  });
  input.addEventListener('keydown', (event) => {
    // Before there is anything to follow, Enter waits for the first that is found.
    if (event.key === 'Enter') isEntered = true;
    onKey(event, list, input);
  });
  dialog.addEventListener('close', () => (isEntered = false));
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[role="option"]') : null;
    if (!option) return;
    if (option.dataset['query'] !== undefined) {
      event.preventDefault();
      input.value = option.dataset['query'];
      input.focus();
      return void search();
    }
    keepFound(option, input.value.trim());
    // A link to a place of this page leaves the page as it is.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  void search();
}

interface Found {
  groups: Group[];
  message: string;
  /** The row that Enter follows: a proposal before it is no result. */
  first?: number;
}

/** Adds pages to the names that a query finds; `undefined` where a later one has overtaken it. */
async function withPages(
  base: string,
  index: IdentifierIndex | undefined,
  query: string,
  exact: Group,
): Promise<Found | undefined> {
  const prose = await findPages(base, query).catch(() => null);
  if (prose === undefined) return undefined;
  if (!prose) {
    const message = 'The pages could not be searched. Check your connection, then type again.';
    return { groups: [exact], message };
  }
  const pages = { title: 'Pages', rows: prose.pages.map((page) => proseRow(page, sectionOf(index, page.href))) };
  const count = exact.rows.length + pages.rows.length;
  const others = corrections(index, query, exact.rows.length > 0 ? [] : prose.unknown);
  return count > 0
    ? {
        groups: [others, exact, pages],
        message: count === 1 ? '1 result' : `${count} results`,
        first: others.rows.length,
      }
    : { groups: [others, suggestions(index)], message: nothingFound(query) };
}

/** A part of the index that does not come is taken by Pagefind for one that has nothing. */
function nothingFound(query: string): string {
  return `Nothing found for “${query}”.${navigator.onLine ? '' : ' You are offline, so not all pages may have been searched.'}`;
}

interface Parts {
  input: HTMLInputElement;
  list: HTMLElement;
  note: HTMLElement;
}

function show({ input, list, note }: Parts, groups: Group[], message = '', chosen = 0): void {
  list.style.minHeight = '';
  list.replaceChildren(...groups.filter(({ rows }) => rows.length > 0).map(groupElement));
  options(list).forEach((option, at) => (option.id = `search-option-${at}`));
  note.textContent = message;
  input.setAttribute('aria-expanded', String(options(list).length > 0));
  choose(list, input, chosen);
}

function onKey(event: KeyboardEvent, list: HTMLElement, input: HTMLInputElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) choose(list, input, chosenAt(list) + step);
  else if (event.key === 'Enter') options(list)[chosenAt(list)]?.click();
  else return;
  event.preventDefault();
}

function keepFound({ pathname, hash, dataset }: HTMLAnchorElement, query: string): void {
  if (query) remember({ query, title: dataset['title'] ?? query, href: pathname + hash });
}

/** The names of the reference; while they cannot be fetched there still is the prose. */
async function fetchNames(base: string): Promise<IdentifierIndex> {
  const response = await fetch(`${base}/identifiers.json`);
  if (!response.ok) throw new Error(`identifiers.json: ${response.status}`);
  return (await response.json()) as IdentifierIndex;
}

function groupElement({ title, rows }: Group): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', title);
  const heading = text('p', title, 'search-group');
  heading.setAttribute('aria-hidden', 'true');
  group.append(heading, ...rows.map(optionElement));
  return group;
}

function optionElement({ href, title, content, query }: Row): HTMLAnchorElement {
  const option = document.createElement('a');
  option.href = href;
  option.tabIndex = -1;
  option.dataset['title'] = title;
  if (query !== undefined) option.dataset['query'] = query;
  option.setAttribute('role', 'option');
  option.append(...content);
  return option;
}

function options(list: HTMLElement): HTMLAnchorElement[] {
  return [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
}

function chosenAt(list: HTMLElement): number {
  return options(list).findIndex((option) => option.ariaSelected === 'true');
}

/** Marks one option, counted round, and tells the field which one it is. */
function choose(list: HTMLElement, input: HTMLInputElement, at: number): void {
  const all = options(list);
  const chosen = all.at(all.length > 0 ? at % all.length : 0);
  for (const option of all) option.setAttribute('aria-selected', String(option === chosen));
  if (!chosen) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}
