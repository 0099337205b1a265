import type { CataloguedError } from '../../../../openapi/document/policies.ts';
import { lazy } from '../../../lazy.ts';
import { sitePath } from '../../../ui/site-path.ts';

/** An error as `/errors.json` tells of it. */
export type ErrorMeaning = Pick<CataloguedError, 'code' | 'title' | 'cause' | 'fix'> & { url: string };

const address = '/errors.json';

/** The error catalogue of the site, by code; fetched with the first error. */
export const catalogue = lazy(async (): Promise<ReadonlyMap<string, ErrorMeaning>> => {
  const response = await fetch(sitePath(address));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { errors } = (await response.json()) as { errors: ErrorMeaning[] };
  return new Map(errors.map((error) => [error.code, error]));
});
