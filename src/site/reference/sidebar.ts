import { methodText } from '../../openapi/model/method.ts';
import { markup } from '../../text/markup.ts';
import type { Html } from '../../text/markup.ts';
import { wayTo } from './model.ts';
import type { Entry, Reference, Resource } from './model.ts';

/** A longer list is cut to what stands around the current page, so that no page grows with the document. */
const MAX_ITEMS = 80;
const AROUND = 35;
/** Operations have long addresses and titles: a page carries fewer of them, and the resource's own page has all. */
const MAX_ENTRIES = 40;
const ENTRIES_AROUND = 15;

interface Group {
  title: string;
  address: string;
  entries: Entry[];
  children: Group[];
}

/**
 * The sidebar of one page: every resource, the current one unfolded, nested ones below their parents. A page does not carry the
 * operations of all others, so its size does not grow with the document. Plain HTML of its own, not Starlight's components: it is on
 * every page, and this is a third of the bytes.
 * @param address Of the page.
 */
export function sidebarOf(reference: Reference, current: Resource | 'events' | undefined, address: string): Html {
  const { resources, events, eventsTitle, eventsAddress, options } = reference;
  const groups: Group[] = [
    ...resources.filter(({ parent }) => !parent),
    ...(events.length > 0 ? [{ title: eventsTitle, address: eventsAddress, entries: events, children: [] }] : []),
  ];
  const all = resources.length + (events.length > 0 ? 1 : 0);
  const isLong = all > MAX_ITEMS;
  const open = current === 'events' ? groups.slice(-1) : current ? wayTo(current) : [];
  return markup`<ul class="reference-nav"><li>${link(reference.address, options.title, address)}</li>${groupItems(
    groups,
    { open, address, isLong },
  )}${shownGroups(groups, open).length < groups.length && rest(reference.address, `All ${all} resources`)}</ul>`;
}

interface Unfolded {
  /** The groups on the way to the current page, itself the last. */
  open: Group[];
  address: string;
  /** Whether there are so many that only those on the way show what is nested under them. */
  isLong: boolean;
}

function shownGroups(groups: Group[], open: Group[]): Group[] {
  return windowAround(
    groups,
    groups.findIndex((group) => open.includes(group)),
  );
}

function groupItems(groups: Group[], unfolded: Unfolded): Html[] {
  const { open, address, isLong } = unfolded;
  return shownGroups(groups, open).map((group) => {
    const nested = group.children.length > 0 && (!isLong || open.includes(group));
    return markup`<li>${link(group.address, group.title, address)}${group === open.at(-1) && entries(group, address)}${
      nested && markup`<ul class="groups">${groupItems(group.children, unfolded)}</ul>`
    }</li>`;
  });
}

function entries(group: Group, address: string): Html | false {
  if (group.entries.length === 0) return false;
  const shown = windowAround(
    group.entries,
    group.entries.findIndex((entry) => entry.address === address),
    MAX_ENTRIES,
    ENTRIES_AROUND,
  );
  return markup`<ul>${shown.map((entry) => markup`<li>${item(entry, address)}</li>`)}${
    shown.length < group.entries.length && rest(group.address, `All ${group.entries.length}`)
  }</ul>`;
}

function item({ operation, address, kind }: Entry, page: string): Html {
  if (kind === 'event') return link(address, operation.path, page);
  const { method, summary } = operation;
  return link(address, markup`${summary} <b class="${method}">${shortMethod(method)}</b>`, page);
}

function link(address: string, content: Html | string, page: string): Html {
  return markup`<a href="${address}"${address === page && CURRENT}>${content}</a>`;
}

const CURRENT = markup` aria-current="page"`;

function rest(address: string, text: string): Html {
  return markup`<li><a class="rest" href="${address}">${text}</a></li>`;
}

function windowAround<T>(list: T[], at: number, limit = MAX_ITEMS, around = AROUND): T[] {
  if (list.length <= limit) return list;
  const start = Math.max(0, Math.min(at - around, list.length - 2 * around - 1));
  return list.slice(start, start + 2 * around + 1);
}

/** `delete` → `DEL`: badges of one width. */
export function shortMethod(method: string): string {
  const short: Record<string, string> = { delete: 'DEL', options: 'OPT' };
  return short[method] ?? methodText(method);
}
