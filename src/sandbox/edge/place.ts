import ipaddr from 'ipaddr.js';
import { secretOf } from '../checks/authenticate.ts';
import { readBytes } from '../checks/body.ts';
import { CONTROL_BASE, targetOf } from '../http/target.ts';
import { temporaryName } from '../ids.ts';
import { parseKey, SEEDED_WORKSPACE } from '../keys.ts';
import { readWorkspace } from '../oauth/authorization-request.ts';
import { Parameters } from '../oauth/parameters.ts';
import { base64Url, placeOf, readToken } from '../oauth/secrets.ts';
import type { TokenKind } from '../oauth/secrets.ts';
import type { ObjectId, ObjectNamespace } from './runtime.ts';
import type { Told } from './told.ts';

/** Where a request is answered. */
export interface Place extends Omit<Told, 'address'> {
  readonly id: ObjectId;
}

/** Which of a request's texts name its object. */
interface Named {
  readonly workspace?: string;
  /** A code or a token. */
  readonly token?: string;
}

/** A POST here makes a workspace. */
const WORKSPACES = `${CONTROL_BASE}/workspaces`;
const KINDS: readonly TokenKind[] = ['access', 'refresh', 'code'];
/** Of an IPv6 address, whom a provider gives it to. */
const IPV6_PREFIX_BYTES = 8;

/**
 * The object that answers a request: that of the workspace which its key names, which it makes, or in which its token was given out.
 * What names none, or the seeded workspace, is answered by an object of the caller's address: it counts what is asked without a key,
 * and shows everybody the same records.
 */
export async function placeFor(request: Request, address: string, objects: ObjectNamespace): Promise<Place> {
  if (request.method === 'POST' && targetOf(request.url).path === WORKSPACES) {
    const name = temporaryName();
    return { id: idOfWorkspace(name, objects), purpose: 'workspace', name };
  }
  const { workspace, token } = await namedBy(request);
  const known = token === undefined ? undefined : idOfToken(token, objects);
  if (known) return { id: known, purpose: 'workspace' };
  if (workspace === undefined || workspace === SEEDED_WORKSPACE)
    return { id: idOfAddress(address, objects), purpose: 'address' };
  return { id: idOfWorkspace(workspace, objects), purpose: 'workspace' };
}

/** The object that counts what an address asks without a key, and the workspaces that it opens. */
export function idOfAddress(address: string, objects: ObjectNamespace): ObjectId {
  return objects.idFromName(`address ${networkOf(address)}`);
}

function idOfWorkspace(name: string, objects: ObjectNamespace): ObjectId {
  return objects.idFromName(`workspace ${name}`);
}

/** An object's id as tokens tell it, in 43 characters. */
export function placeName(id: ObjectId): string {
  const bytes = (id.toString().match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  return base64Url(new Uint8Array(bytes));
}

/** Undefined for a text that is no token, or was not given out here. */
function idOfToken(text: string, objects: ObjectNamespace): ObjectId | undefined {
  const token = KINDS.map((kind) => readToken(kind, text)).find((found) => found !== undefined);
  const place = token && placeOf(token);
  if (place === undefined) return undefined;
  const bytes = atob(place.replaceAll('-', '+').replaceAll('_', '/'));
  const id = [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  try {
    return objects.idFromString(id);
  } catch {
    return undefined;
  }
}

async function namedBy(request: Request): Promise<Named> {
  const { kind, query } = targetOf(request.url);
  if (kind === 'oauth') return namedInSignIn(request, query);
  const secret = secretOf(request.headers);
  if (secret === undefined) return {};
  const key = parseKey(secret);
  return key ? { workspace: key.workspace } : { token: secret };
}

async function namedInSignIn(request: Request, query: string): Promise<Named> {
  if (request.method !== 'POST') return { workspace: readWorkspace(new Parameters(query)) };
  const form = await readCopy(request);
  const asked = form?.get('request');
  if (asked !== undefined) return { workspace: readWorkspace(new Parameters(asked)) };
  const token = form?.get('code') ?? form?.get('refresh_token') ?? form?.get('token');
  return token === undefined ? {} : { token };
}

/** The form of a request, which is left as it is; undefined where it is too large. */
async function readCopy(request: Request): Promise<Parameters | undefined> {
  try {
    return new Parameters(new TextDecoder().decode(await readBytes(request.clone())));
  } catch {
    return undefined;
  }
}

/** Whom an address belongs to: of IPv6 its first half, because one machine has the other for itself. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return (parsed.kind() === 'ipv6' ? bytes.slice(0, IPV6_PREFIX_BYTES) : bytes).join('.');
}
