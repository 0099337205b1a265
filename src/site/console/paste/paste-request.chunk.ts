/** The chunk behind “Fill in”: it reads what was pasted, and finds the operation that it is for. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { environments } from '../../session/environments.ts';
import type { Session } from '../../session/session.ts';
import { operationAt } from '../history/export/recorded-calls.ts';
import { linkTo } from '../permalink/permalink.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import type { IdentifierIndex } from '../../reference/search/identifiers.ts';
import { fillRequest } from './fill-request.ts';
import { findOperation, methodsAt } from './find-operation.ts';
import type { FoundOperation, KnownApi } from './find-operation.ts';
import { keepKey } from './keep-key.ts';
import { UnreadableError } from './read/pasted-request.ts';
import type { PastedRequest } from './read/pasted-request.ts';
import { readPasted } from './read/read-pasted.ts';

/** What came of a text that was pasted: sentences that tell how it was taken, and what was not and why. */
export type Pasted = ({ call: RequestInput } & Told) | ({ link: PageLink } & Told) | { problem: string };

interface Told {
  told: string[];
  left: string[];
}

/** The page of another operation, with the call filled in where it is short enough. */
export interface PageLink {
  href: string;
  name: string;
}

/** Reads a text, and gives the call for the form of an operation. The key goes into the session, and nowhere else. */
export async function pasteRequest(text: string, operation: BundledOperation, session: Session): Promise<Pasted> {
  try {
    const requests = readPasted(text);
    const api = await knownApi(operation, session);
    const found = findOperation(api, requests, operation.operationId);
    if (!found) return { problem: nothingAt(api, requests) };
    const isHere = found.operation.operationId === operation.operationId;
    const made = isHere ? fillHere(operation, found, session) : await linkThere(found);
    const others = requests.length > 1 ? [`It is one of ${requests.length} requests.`] : [];
    return { ...made, told: [...others, ...toldHost(found, session), ...made.told] };
  } catch (error) {
    if (error instanceof UnreadableError) return { problem: error.message };
    throw error;
  }
}

function fillHere(operation: BundledOperation, { request, path }: FoundOperation, session: Session) {
  const { call, key, left } = fillRequest(operation, request, path);
  return { call, told: key === undefined ? [] : [keepKey(session, key)], left };
}

async function linkThere({ operation: { address, method, path: template }, request, path }: FoundOperation) {
  const page = { href: address, name: `${method.toUpperCase()} ${template}` };
  const operation = await operationAt(address);
  if (!operation) return { link: page, told: ['Its page could not be fetched, so the link is bare.'], left: [] };
  const { call, key, left } = fillRequest(operation, request, path);
  const link = linkTo(operation, call);
  if (!('fragment' in link)) return { link: page, told: ['The call is too long for a link, so it is bare.'], left };
  const told = key !== undefined || link.removed ? ['Secrets are not in the link: no link may hold one.'] : [];
  return { link: { ...page, href: address + link.fragment }, told, left };
}

function toldHost({ foreignHost }: FoundOperation, session: Session): string[] {
  if (foreignHost === undefined) return [];
  return [`${foreignHost} is no server of this API: Send goes to ${session.environment.name}, as chosen.`];
}

function nothingAt(api: KnownApi, requests: PastedRequest[]): string {
  const [request] = requests;
  if (!request) return 'There is no request in it.';
  const path = request.target.split('?')[0] ?? '';
  const methods = methodsAt(api, request);
  const others = methods.length > 0 ? ` It takes ${methods.join(', ')} there.` : '';
  const all =
    requests.length > 1 ? `None of the ${requests.length} requests is for this API, such as` : 'This API has no';
  return `${all} ${request.method} ${path}.${others} The form is as it was.`;
}

/** All operations, as the search knows them; of this page alone where they cannot be fetched. */
async function knownApi(operation: BundledOperation, session: Session): Promise<KnownApi> {
  const own = [environments.live.baseUrl, session.environment.baseUrl, ...operation.servers.map(({ url }) => url)];
  const here = { ...operation, address: location.pathname };
  try {
    const response = await fetch('/identifiers.json');
    const { operations, pages, servers } = (await response.json()) as IdentifierIndex;
    const known = operations.map(([operationId, method, path, page]) => ({
      operationId,
      method,
      path,
      address: pages[page]?.[1] ?? '',
    }));
    return { operations: known, servers: [...own, ...servers] };
  } catch {
    return { operations: [here], servers: own };
  }
}
