import type { Scope } from '../generated/policies.ts';
import { SEEDED_WORKSPACE, isWorkspaceName } from '../keys.ts';
import { findClient } from './clients.ts';
import type { Client } from './clients.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { isRegistered } from './redirect-uris.ts';
import { readScopes } from './scopes.ts';

/** What a client asks a user to allow. */
export interface AuthorizationRequest extends Return {
  readonly client: Client;
  readonly scopes: readonly Scope[];
  /** The PKCE challenge, of method S256. */
  readonly challenge: string;
  /** Whose data it is about. */
  readonly workspace: string;
}

/** Where an answer goes: an address that was found to be the client's. */
export interface Return {
  readonly redirectUri: string;
  /** Handed back as it came. */
  readonly state: string | undefined;
}

/** A refusal that the client is told of, by a redirect to its own address. */
export class RedirectedError extends OAuthError {
  readonly to: Return;

  constructor(error: OAuthError, to: Return) {
    super(error.code, error.message);
    this.to = to;
  }
}

const KNOWN = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'login_hint',
];
/** A SHA-256 in base64url. */
const CHALLENGE = /^[\w-]{43}$/;

/**
 * Reads what a client asks for. Until client and redirect address are known to belong together, a mistake is shown
 * to the user and nobody is sent anywhere.
 * @throws RedirectedError for what the client is told
 * @throws OAuthError for what only the user is shown
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function readAuthorizationRequest(
  parameters: Parameters,
  redirectUris: readonly string[],
): AuthorizationRequest {
  const client = readClient(parameters);
  const redirectUri = readRedirectUri(parameters, redirectUris);
  const to = { redirectUri, state: parameters.get('state') };
  try {
    parameters.refuseRepeated(KNOWN);
    readResponseType(parameters);
    parameters.require('state');
    const challenge = readChallenge(parameters);
    const scopes = readScopes(parameters.get('scope'));
    return { ...to, client, challenge, scopes, workspace: readWorkspace(parameters) };
  } catch (error) {
    throw error instanceof OAuthError ? new RedirectedError(error, to) : error;
  }
}

function readClient(parameters: Parameters): Client {
  parameters.refuseRepeated(['client_id']);
  const client = findClient(parameters.require('client_id'));
  if (!client) throw new OAuthError('invalid_client', 'There is no client with this client_id.', 400);
  return client;
}

function readRedirectUri(parameters: Parameters, registered: readonly string[]): string {
  parameters.refuseRepeated(['redirect_uri']);
  const uri = parameters.require('redirect_uri');
  if (isRegistered(uri, registered)) return uri;
  throw new OAuthError('invalid_request', 'The redirect_uri is not registered for this client.');
}

function readResponseType(parameters: Parameters): void {
  if (parameters.require('response_type') !== 'code') {
    throw new OAuthError('unsupported_response_type', "The only response_type is 'code'.");
  }
  const mode = parameters.get('response_mode') ?? 'query';
  if (mode !== 'query') throw new OAuthError('invalid_request', "The only response_mode is 'query'.");
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.4.1 */
function readChallenge(parameters: Parameters): string {
  const challenge = parameters.require('code_challenge');
  const method = parameters.get('code_challenge_method') ?? 'plain';
  if (method !== 'S256') {
    throw new OAuthError('invalid_request', "The code_challenge_method must be 'S256'; without one it is 'plain'.");
  }
  if (CHALLENGE.test(challenge)) return challenge;
  throw new OAuthError('invalid_request', 'The code_challenge is not a SHA-256 hash in base64url.');
}

/** The workspace that the hint names; any other hint, such as an email address, is only a hint. */
export function readWorkspace(parameters: Parameters): string {
  const hint = parameters.get('login_hint') ?? '';
  return isWorkspaceName(hint) ? hint : SEEDED_WORKSPACE;
}
