import type { Policies } from '../../openapi/document/policies.ts';
import { methodText } from '../../openapi/model/method.ts';
import type { IdentifierIndex } from '../reference/search/identifiers.ts';
import type { PageHeading } from './page-headings.ts';

/** A name that a reader looks up, and where it leads. */
export interface DocsetEntry {
  readonly name: string;
  readonly type: EntryType;
  /** An address of the site, with an anchor where it has one. */
  readonly address: string;
}

/** Of the types that Dash knows, those used here. @see https://kapeli.com/docsets#supportedentrytypes */
export type EntryType =
  'Method' | 'Event' | 'Error' | 'Option' | 'Resource' | 'Type' | 'Parameter' | 'Field' | 'Value' | 'Guide' | 'Section';

/** What the kinds of the site's own index are to Dash. */
const types: Readonly<Record<string, EntryType>> = {
  event: 'Event',
  parameter: 'Parameter',
  header: 'Parameter',
  property: 'Field',
  schema: 'Type',
};

export interface DocsetSource {
  readonly index: IdentifierIndex;
  readonly policies: Pick<Policies, 'errors' | 'scopes'>;
  /** The pages of the guides, and what else is prose, in order. */
  readonly prose: readonly {
    readonly address: string;
    readonly title: string;
    readonly headings: readonly PageHeading[];
  }[];
}

/** Everything that the docset has an entry for; an operation by its id and by method and path. */
export function docsetEntries({ index, policies, prose }: DocsetSource): DocsetEntry[] {
  const entries = [
    ...operationEntries(index),
    ...nameEntries(index),
    ...policyEntries(policies),
    ...proseEntries(prose),
  ];
  const seen = new Set<string>();
  return entries.filter(({ name, type, address }) => {
    const key = JSON.stringify([name, type, address]);
    return !seen.has(key) && seen.add(key);
  });
}

function operationEntries({ operations, pages }: IdentifierIndex): DocsetEntry[] {
  return operations.flatMap(([operationId, method, path, page]) => {
    const address = pages[page]?.[1] ?? '';
    return [operationId, `${methodText(method)} ${path}`].map((name) => ({ name, type: 'Method' as const, address }));
  });
}

/** Names that stand on several pages have an entry for each, told apart by the page. */
function nameEntries({ names, kinds, pages }: IdentifierIndex): DocsetEntry[] {
  return Object.entries(names).flatMap(([name, places]) =>
    places.flatMap(([kind, page, anchor]): DocsetEntry[] => {
      const type = types[kinds[kind] ?? ''];
      const [title, address] = pages[page] ?? [];
      if (type === undefined || title === undefined || address === undefined) return [];
      const told = type === 'Event' || type === 'Type' ? name : `${name} (${title})`;
      return [{ name: told, type, address: anchor === '' ? address : `${address}#${anchor}` }];
    }),
  );
}

function policyEntries({ errors, scopes }: DocsetSource['policies']): DocsetEntry[] {
  return [
    ...errors.map(({ code }) => ({ name: code, type: 'Error' as const, address: `/errors/#${code}` })),
    ...scopes.map(({ id }) => ({ name: id, type: 'Option' as const, address: `/scopes/#${id}` })),
  ];
}

function proseEntries(prose: DocsetSource['prose']): DocsetEntry[] {
  return prose.flatMap(({ address, title, headings }) => [
    { name: title, type: 'Guide' as const, address },
    ...headings.map(({ id, text }) => ({
      name: `${text} (${title})`,
      type: 'Section' as const,
      address: `${address}#${id}`,
    })),
  ]);
}
