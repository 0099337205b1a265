import type { components } from '../../openapi/generated/types.ts';
import type { CollectionOptions } from './collection.ts';

type Schemas = components['schemas'];

/** The kinds of records that a workspace stores. */
export interface Records {
  contacts: Schemas['Contact'];
}

export type CollectionName = keyof Records;

/** How each kind is ordered and looked up. */
export const COLLECTIONS: { readonly [Name in CollectionName]: CollectionOptions<Records[Name]> } = {
  contacts: { sort: (contact) => contact.created_at, group: (contact) => contact.email?.toLowerCase() },
};

/** Which kind the id of a record belongs to. */
export const PREFIXES: Readonly<Record<string, CollectionName>> = {
  con: 'contacts',
};

export function kindOf(id: string): CollectionName | undefined {
  const prefix = id.slice(0, id.indexOf('_'));
  return Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
}
