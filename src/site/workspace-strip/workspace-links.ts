/** Where the reader's own records are seen: in the reference, with the call filled in. */
import type { AddressedIdLink } from '../../openapi/bundle/bundled-operation.ts';
import { linkTo } from '../console/permalink/permalink.ts';
import { lazy } from '../lazy.ts';

/** What `/workspace-links.json` holds. */
export interface WorkspaceLinks {
  /** The page of the operation that lists them, by kind of record. */
  readonly lists: Readonly<Record<string, string>>;
  /** The operations that get a record by nothing but its id. */
  readonly records: readonly AddressedIdLink[];
}

export const workspaceLinks = lazy(async () => {
  const response = await fetch('/workspace-links.json');
  if (!response.ok) throw new Error(`/workspace-links.json: ${response.status}`);
  return (await response.json()) as WorkspaceLinks;
});

/** The page that gets a record, its id filled in; undefined where there is none. */
export function recordAddress({ records }: WorkspaceLinks, id: string): string | undefined {
  const found = records.find(({ pattern }) => new RegExp(pattern, 'u').test(id));
  if (!found) return undefined;
  const link = linkTo(found, { values: { [`path.${found.parameter}`]: id }, body: '' });
  return 'fragment' in link ? found.address + link.fragment : found.address;
}
