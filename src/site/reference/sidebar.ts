import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Entry, Reference, Resource } from './model.ts';

type Items = NonNullable<StarlightUserConfig['sidebar']>;

/**
 * The sidebar of one page: every resource, the current one unfolded. A page does not carry the operations of all others, so its
 * size does not grow with the document.
 */
export function sidebarFor(reference: Reference, current: Resource | 'events' | undefined): Items {
  const link = (address: string): string => address.slice(reference.options.siteBase.length);
  const item = ({ operation, address, kind }: Entry): Items[number] => ({
    label: kind === 'event' ? operation.path : operation.summary,
    link: link(address),
    ...(kind === 'operation' && {
      badge: { text: shortMethod(operation.method), class: `method method-${operation.method}` },
    }),
  });
  const group = (label: string, address: string, entries: Entry[], isOpen: boolean): Items[number] =>
    isOpen
      ? { label, items: [{ label: 'Overview', link: link(address) }, ...entries.map(item)] }
      : { label, link: link(address) };
  return [
    { label: reference.options.title, link: link(reference.address) },
    ...reference.resources.map((resource) =>
      group(resource.title, resource.address, resource.entries, resource === current),
    ),
    ...(reference.events.length > 0
      ? [group(reference.eventsTitle, reference.eventsAddress, reference.events, current === 'events')]
      : []),
  ];
}

/** `delete` → `DEL`: badges of one width. */
export function shortMethod(method: string): string {
  const short: Record<string, string> = { delete: 'DEL', options: 'OPT' };
  return short[method] ?? method.toUpperCase();
}
