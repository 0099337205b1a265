import { markup } from '../../text/markup.ts';
import type { Html } from '../../text/markup.ts';
import { consents } from '../generated/policies.ts';
import { SEEDED_WORKSPACE } from '../keys.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { OAuthError } from './oauth-error.ts';
import { STYLE } from './page-style.ts';

/** What the consent form carries besides the user's decision. */
export interface ConsentForm {
  /** The encoded parameters of the authorization request. */
  readonly request: string;
  readonly ticket: string;
  /** True when the user has to decide again, because the page was open for too long. */
  readonly isRenewed: boolean;
}

/** The page that asks a user whether a client may do what it asks for. */
export function consentPage(asked: AuthorizationRequest, form: ConsentForm, nonce: string): string {
  const { client, scopes, redirectUri } = asked;
  const content = markup`<h1>Allow <em>${client.name}</em> to use your workspace?</h1>
    ${form.isRenewed ? markup`<p class="notice" role="alert">The page was open for too long. Please decide again.</p>` : ''}
    <p>It asks to act for you in ${workspaceName(asked.workspace)}. If you approve, it will be able to:</p>
    <ul class="scopes">
      ${scopes.map((scope) => markup`<li>${consents[scope]} <code>${scope}</code></li>`)}
    </ul>
    <form method="post" action="/oauth/authorize">
      <input type="hidden" name="request" value="${form.request}" />
      <input type="hidden" name="ticket" value="${form.ticket}" />
      <button type="submit" name="decision" value="approve">Approve</button>
      <button type="submit" name="decision" value="deny">Deny</button>
    </form>
    <p class="small">
      Either way you return to <strong>${new URL(redirectUri).host}</strong>. This is the sandbox: no account and no
      real data is involved.
    </p>`;
  return page(`Allow ${client.name}?`, content, nonce);
}

/** The page for a request that cannot be answered by a redirect. */
export function errorPage({ code, message }: OAuthError, nonce: string): string {
  const content = markup`<h1>This sign-in cannot go on</h1>
    <p>
      What brought you here cannot be answered, and there is no safe address to send you back to. You can close this
      window.
    </p>
    <dl>
      <dt>Error</dt>
      <dd><code>${code}</code></dd>
      <dt>Reason</dt>
      <dd>${message}</dd>
    </dl>`;
  return page('This sign-in cannot go on', content, nonce);
}

function workspaceName(workspace: string): Html {
  if (workspace === SEEDED_WORKSPACE) return markup`the <strong>sample workspace</strong>`;
  return markup`the workspace <strong>${workspace}</strong>`;
}

function page(title: string, content: Html, nonce: string): string {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Orbinto sandbox</title>
        <style nonce="${nonce}">
          ${STYLE}
        </style>
      </head>
      <body>
        <header>Orbinto <span>Sandbox</span></header>
        <main>${content}</main>
      </body>
    </html> `.text;
}
