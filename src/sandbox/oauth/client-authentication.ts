import { findClient } from './clients.ts';
import type { Client } from './clients.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { isEqual, sha256 } from './secrets.ts';

interface ClientCredentials {
  readonly id: string;
  readonly secret: string | undefined;
}

/**
 * Which client sends a form: a confidential one proves itself by its secret, in the Authorization header or in the
 * form; a public one gives its id. An empty secret counts as none.
 * @throws OAuthError
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3
 */
export async function authenticateClient(request: Request, form: Parameters): Promise<Client> {
  const header = request.headers.get('Authorization');
  const { id, secret } = header === null ? inForm(form) : inHeader(header, form);
  const client = findClient(id);
  if (!client) throw new OAuthError('invalid_client', 'There is no client with this client_id.');
  if (await hasSecret(client, secret)) return client;
  throw new OAuthError('invalid_client', explain(client, secret));
}

async function hasSecret(client: Client, given: string | undefined): Promise<boolean> {
  if (client.secret === undefined || given === undefined) return client.secret === given;
  return isEqual(await sha256(client.secret), await sha256(given));
}

function explain(client: Client, given: string | undefined): string {
  if (client.secret === undefined) return 'This is a public client: it has no client_secret.';
  return given === undefined ? 'This client must send its client_secret.' : 'The client_secret is wrong.';
}

function inForm(form: Parameters): ClientCredentials {
  const id = form.get('client_id');
  if (id === undefined) throw new OAuthError('invalid_client', 'The client does not say who it is: send client_id.');
  return { id, secret: form.get('client_secret') };
}

function inHeader(header: string, form: Parameters): ClientCredentials {
  const credentials = readBasic(header);
  if (form.get('client_secret') !== undefined) {
    throw new OAuthError('invalid_request', 'Send the client_secret in the header or in the form, not in both.');
  }
  if ((form.get('client_id') ?? credentials.id) !== credentials.id) {
    throw new OAuthError('invalid_request', 'The header and the form name different clients.');
  }
  return credentials;
}

/** @see https://www.rfc-editor.org/rfc/rfc7617 */
function readBasic(header: string): ClientCredentials {
  try {
    const [, encoded = ''] = /^Basic +([\w+/=-]+)$/i.exec(header.trim()) ?? [];
    const text = atob(encoded);
    const colon = text.indexOf(':');
    if (colon > 0) return { id: decode(text.slice(0, colon)), secret: decode(text.slice(colon + 1)) || undefined };
  } catch {
    // Not Base64, or not percent-encoded: answered like any other header that is no client's.
  }
  throw new OAuthError('invalid_client', 'The Authorization header is not of the form Basic and client credentials.');
}

/** Id and secret are form-encoded before they are joined. */
function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
