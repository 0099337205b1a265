import type { Operation } from '../../openapi/model/operations.ts';
import type { SdkType } from './sdk-type.ts';
import type { TypeTable } from './type-table.ts';

/** How a list comes in pages. */
export interface SdkPaging {
  /** `page`: `page` and `per_page`, with a total. `cursor`: `after` and `limit`, safe while records are added. */
  modes: ('page' | 'cursor')[];
  /** The type of the whole answer. */
  list: SdkType;
  item: SdkType;
}

/** The query parameters that choose a page, by mode. */
export const PAGE_PARAMETERS = { page: ['page', 'per_page'], cursor: ['after', 'limit'] } as const;

/** Undefined for what is no list: an answer without `data` and `pagination`, or a call without parameters of a mode. */
export function pagingOf({ parameters }: Operation, list: SdkType, types: TypeTable): SdkPaging | undefined {
  const named = list.kind === 'named' ? types.get(list.name) : undefined;
  if (named?.kind !== 'object' || !named.fields.some(({ name }) => name === 'pagination')) return undefined;
  const data = named.fields.find(({ name }) => name === 'data')?.type;
  if (data?.kind !== 'array') return undefined;
  const has = (name: string): boolean =>
    parameters.some((parameter) => parameter.in === 'query' && parameter.name === name);
  const modes = (['page', 'cursor'] as const).filter((mode) => PAGE_PARAMETERS[mode].every(has));
  return modes.length > 0 ? { modes, list, item: data.items } : undefined;
}
