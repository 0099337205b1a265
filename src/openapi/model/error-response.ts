import type { Response } from './operations.ts';

/** Whether a response tells of an error: by its status, or as the default beside others. */
export function isErrorResponse({ status }: Response, all: readonly Response[]): boolean {
  return /^[45]/.test(status) || (status === 'default' && all.length > 1);
}
