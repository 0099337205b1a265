import { ApiError } from '../http/api-error.ts';
import type { Row, Stored } from '../records/row.ts';

/**
 * The record, if there is one.
 * @param resource what the message calls it, e.g. `contact`
 * @throws ApiError 404 `not_found`
 */
export function found<T extends Stored>(row: Row<T> | undefined, resource: string, id: string): Row<T> {
  if (row) return row;
  throw new ApiError('not_found', { values: { what: `${resource} with the id '${id}'` } });
}
