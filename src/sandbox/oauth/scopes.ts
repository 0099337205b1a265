import { consents } from '../generated/policies.ts';
import type { Scope } from '../generated/policies.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * Reads a list of scopes: names separated by spaces, in any order.
 * @throws OAuthError when it is empty or names a scope that does not exist
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3
 */
export function readScopes(text: string | undefined): Scope[] {
  const names = [...new Set((text ?? '').split(' ').filter((name) => name !== ''))];
  if (names.length === 0) throw new OAuthError('invalid_scope', "The parameter 'scope' is missing.");
  const unknown = names.find((name) => !isScope(name));
  if (unknown !== undefined) throw new OAuthError('invalid_scope', `There is no scope '${unknown}'.`);
  return names.filter(isScope);
}

function isScope(name: string): name is Scope {
  return Object.hasOwn(consents, name);
}
