import { levels } from '../generated/policies.ts';
import type { KeyLevel, Scope } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { Credential } from '../keys.ts';

/** What an operation asks of its caller. */
export interface Requirement {
  readonly scope: Scope;
  readonly level: KeyLevel;
}

/** The scopes that each level of a key covers. */
export type LevelScopes = Readonly<Record<KeyLevel, ReadonlySet<string>>>;

/**
 * Refuses a caller whose key level, or whose token's scopes, do not cover the operation.
 * @throws ApiError 403 `insufficient_scope`
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1
 */
export function authorize(caller: Credential, requirement: Requirement, covered: LevelScopes = levels): void {
  const scopes = caller.kind === 'key' ? covered[caller.level] : caller.scopes;
  if (!scopes.has(requirement.scope)) throw insufficientScope(requirement);
}

/** The 403 that names what is missing. */
export function insufficientScope({ scope, level }: Requirement): ApiError {
  return new ApiError('insufficient_scope', {
    values: { scope, level },
    headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}
