import { recordLink } from './links.ts';
import type { Addresses } from './links.ts';

interface IdLinkProps {
  addresses: Addresses;
  id: string;
  /** Of a message. */
  conversation?: string;
}

/** An id, as a link to the operation that gets its record, filled in. */
export function IdLink({ addresses, id, conversation }: IdLinkProps) {
  const href = recordLink(addresses, id, conversation);
  return href === undefined ? (
    <code>{id}</code>
  ) : (
    <a href={href} class="pg-id">
      {id}
    </a>
  );
}
