import { ApiError } from '../http/api-error.ts';
import type { RequestContext } from '../http/request-context.ts';
import { readAuthorizationRequest, RedirectedError } from './authorization-request.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { readForm } from './form.ts';
import { codeEnd } from './grant.ts';
import type { Grant } from './grant.ts';
import { OAuthError } from './oauth-error.ts';
import { consentPage, errorPage } from './page.ts';
import { Parameters } from './parameters.ts';
import { errorResponse, pageResponse, redirectResponse } from './responses.ts';
import { newHandle, newSecret, randomText, sha256, writeToken } from './secrets.ts';
import { issuerOf, withGrants } from './server.ts';
import type { OAuthServer } from './server.ts';

const NONCE_BYTES = 16;
/** Where a browser would put the page if it were not the tab itself. */
const FRAMES = ['iframe', 'frame', 'embed', 'object', 'fencedframe'];

/**
 * The authorization endpoint: a GET asks the user, a POST is what the user decided.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export async function authorize(server: OAuthServer, context: RequestContext): Promise<Response> {
  try {
    refuseFrame(context.request);
    if (context.request.method !== 'POST') return await ask(server, context);
    refuseForeignForm(server, context);
    return await decide(server, context);
  } catch (error) {
    if (error instanceof RedirectedError) {
      return redirectResponse(context, error.to, error.body, issuerOf(server, context));
    }
    if (error instanceof OAuthError) return refuse(context, error);
    throw error;
  }
}

/** Shows a refusal to whoever asks: a page to a browser, JSON to a program. */
export function refuse(context: RequestContext, error: OAuthError): Response {
  const wantsPage = context.request.headers.get('Accept')?.includes('text/html') ?? false;
  if (!wantsPage) return errorResponse(context, error, {});
  const nonce = randomText(NONCE_BYTES);
  return pageResponse(context, error.status, errorPage(error, nonce), { nonce });
}

/** Nobody can be made to click Approve in a page that looks like another. */
function refuseFrame({ headers }: Request): void {
  if (!FRAMES.includes(headers.get('Sec-Fetch-Dest') ?? '')) return;
  throw new OAuthError('invalid_request', 'The consent page must not be shown in a frame.', 403);
}

/**
 * Only the consent page sends its form here. Its referrer policy makes its origin null, which any page can have; where the browser tells
 * from which site the form came, that decides.
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 * @see https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header
 */
function refuseForeignForm(server: OAuthServer, context: RequestContext): void {
  const { headers } = context.request;
  const origin = headers.get('Origin');
  const site = headers.get('Sec-Fetch-Site');
  const isForeign = origin !== null && origin !== 'null' && origin !== issuerOf(server, context);
  if (!isForeign && (site === null || site === 'same-origin')) return;
  throw new OAuthError('invalid_request', 'The decision must come from the consent page.', 403);
}

async function ask(server: OAuthServer, context: RequestContext): Promise<Response> {
  const parameters = new Parameters(context.query);
  const asked = await readAsked(server, parameters, context);
  return consentResponse(server, context, { asked, request: parameters.toString(), isRenewed: false });
}

/** @throws RedirectedError for a workspace that has ended, or that the user may not open, too */
async function readAsked(
  server: OAuthServer,
  parameters: Parameters,
  { client }: RequestContext,
): Promise<AuthorizationRequest> {
  const asked = readAuthorizationRequest(parameters, server.redirectUris);
  try {
    await server.requireAlive(asked.workspace, client);
    return asked;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const code = error.status === 429 ? 'temporarily_unavailable' : 'access_denied';
    throw new RedirectedError(new OAuthError(code, error.message), asked);
  }
}

interface Question {
  readonly asked: AuthorizationRequest;
  readonly request: string;
  readonly isRenewed: boolean;
}

async function consentResponse(server: OAuthServer, context: RequestContext, question: Question): Promise<Response> {
  const { asked, request, isRenewed } = question;
  const ticket = await server.tickets.issue(request, server.clock.now());
  const nonce = randomText(NONCE_BYTES);
  const page = consentPage(asked, { request, ticket, isRenewed }, nonce);
  return pageResponse(context, 200, page, { nonce, formTarget: formTarget(asked.redirectUri) });
}

/** A policy's grammar has no IPv6 addresses: for one, any http address stands. */
function formTarget(redirectUri: string): string {
  const { origin, protocol, hostname } = new URL(redirectUri);
  return hostname.startsWith('[') ? protocol : origin;
}

async function decide(server: OAuthServer, context: RequestContext): Promise<Response> {
  const form = await readForm(context.request);
  form.refuseRepeated(['request', 'ticket', 'decision']);
  const request = form.require('request');
  const asked = await readAsked(server, new Parameters(request), context);
  const ticket = form.require('ticket');
  const isValid = await server.tickets.isValid(ticket, request, server.clock.now());
  if (!isValid) return consentResponse(server, context, { asked, request, isRenewed: true });
  const decision = readDecision(form);
  if (!server.tickets.use(ticket, server.clock.now())) {
    throw new OAuthError('invalid_request', 'This page was answered before. Start the sign-in again.');
  }
  const answer = await decided(server, asked, decision);
  return redirectResponse(context, asked, answer, issuerOf(server, context));
}

function readDecision(form: Parameters): 'approve' | 'deny' {
  const decision = form.require('decision');
  if (decision === 'approve' || decision === 'deny') return decision;
  throw new OAuthError('invalid_request', "The decision is neither 'approve' nor 'deny'.");
}

/** What the client is told. */
async function decided(
  server: OAuthServer,
  asked: AuthorizationRequest,
  decision: 'approve' | 'deny',
): Promise<Record<string, string>> {
  if (decision === 'deny') return new OAuthError('access_denied', 'The user denied the request.').body;
  const code = await issueCode(server, asked);
  if (code !== undefined) return { code };
  const reason = 'The workspace has as many sign-ins as it may have. Revoke their tokens, or reset it.';
  return new OAuthError('temporarily_unavailable', reason).body;
}

/** @returns undefined where the workspace has no room for another sign-in */
async function issueCode(server: OAuthServer, asked: AuthorizationRequest): Promise<string | undefined> {
  const { client, scopes, redirectUri, challenge, workspace } = asked;
  const code = { handle: newHandle(server.place), secret: newSecret() };
  const hash = await sha256(code.secret);
  const moment = { now: await server.now(workspace), clock: server.clock.now() };
  const grant: Grant = {
    handle: code.handle,
    workspace,
    clientId: client.id,
    scopes,
    redirectUri,
    challenge,
    code: { hash, endsAt: codeEnd(moment.now) },
    madeAt: moment.clock,
    markKey: newSecret(),
    accessTokens: [],
  };
  const hasRoom = await withGrants(server, (grants) => grants.add(grant, moment));
  return hasRoom ? writeToken('code', code) : undefined;
}
