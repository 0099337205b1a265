import type { FormFields, SampleRequest } from '../../generators/samples/request.ts';
import { oauth } from './oauth-addresses.ts';

/** The requests of an app to the authorization server, with words where a reader puts values of his own. */
export const exchangeCode = form(oauth.token, [
  ['grant_type', 'authorization_code'],
  ['client_id', 'YOUR_CLIENT_ID'],
  ['code', 'CODE_FROM_THE_REDIRECT'],
  ['redirect_uri', 'https://yourapp.com/callback'],
  ['code_verifier', 'YOUR_CODE_VERIFIER'],
]);

export const refreshTokens = form(oauth.token, [
  ['grant_type', 'refresh_token'],
  ['client_id', 'YOUR_CLIENT_ID'],
  ['refresh_token', 'YOUR_REFRESH_TOKEN'],
]);

/** Its answer has no body. */
export const revokeTokens: SampleRequest = {
  ...form(oauth.revoke, [
    ['client_id', 'YOUR_CLIENT_ID'],
    ['token', 'YOUR_REFRESH_TOKEN'],
  ]),
  responseFormat: 'none',
};

function form(url: string, body: FormFields): SampleRequest {
  return {
    method: 'POST',
    url,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body,
    bodyFormat: 'form',
  };
}
