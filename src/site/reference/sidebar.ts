import { markup } from '../../text/markup.ts';
import type { Html } from '../../text/markup.ts';
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
}

/**
 * The sidebar of one page: every resource, the current one unfolded. A page does not carry the operations of all others, so its
 * size does not grow with the document. Plain HTML of its own, not Starlight's components: it is on every page, and this is a third of the bytes.
 * @param address Of the page.
 */
export function sidebarOf(reference: Reference, current: Resource | 'events' | undefined, address: string): Html {
  const { resources, events, eventsTitle, eventsAddress, options } = reference;
  const groups: Group[] = [
    ...resources,
    ...(events.length > 0 ? [{ title: eventsTitle, address: eventsAddress, entries: events }] : []),
  ];
  const unfolded = current === 'events' ? groups.at(-1) : current;
  const around = groups.findIndex((group) => group === unfolded);
  const shown = windowAround(groups, around);
  return markup`<ul class="reference-nav"><li>${link(reference.address, options.title, address)}</li>${shown.map(
    (group) =>
      markup`<li>${link(group.address, group.title, address)}${group === unfolded && entries(group, address)}</li>`,
  )}${shown.length < groups.length && rest(reference.address, `All ${groups.length} resources`)}</ul>`;
}

function entries(group: Group, address: string): Html {
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
  return short[method] ?? method.toUpperCase();
}
