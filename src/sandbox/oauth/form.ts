import { readBytes } from '../checks/body.ts';
import { limits } from '../generated/policies.ts';
import { OAuthError } from './oauth-error.ts';
import { Parameters } from './parameters.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Reads the form that a request carries.
 * @throws OAuthError for a body of another type; ApiError 413 for one that is too large
 */
export async function readForm(request: Request): Promise<Parameters> {
  if (!FORM_TYPE.test(request.headers.get('Content-Type') ?? '')) {
    throw new OAuthError('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  return new Parameters(new TextDecoder().decode(await readBytes(request, limits.body_bytes)));
}
