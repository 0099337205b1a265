import type { Scope } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import { SEEDED_WORKSPACE } from '../keys.ts';
import type { Credential } from '../keys.ts';

/** What tells a change from a look. */
interface Wanted {
  readonly method: string;
  readonly scope: Scope;
}

/**
 * Refuses to change the seeded workspace of a sandbox that strangers share: everybody knows its keys.
 * @throws ApiError 403 `shared_workspace`
 */
export function refuseSharedWrite(caller: Credential, { method, scope }: Wanted): void {
  // A search is a POST that changes nothing.
  if (method !== 'GET' && !scope.endsWith(':read')) refuseShared(caller);
}

/** @throws ApiError 403 `shared_workspace` for a key or token of the seeded workspace */
export function refuseShared({ workspace }: Credential): void {
  if (workspace === SEEDED_WORKSPACE) throw new ApiError('shared_workspace');
}
