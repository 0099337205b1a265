export function signInAddress(codeChallenge, state) {
  const url = new URL('https://app.orbinto.com/oauth/authorize');
  url.search = new URLSearchParams({
    client_id: 'YOUR_CLIENT_ID',
    redirect_uri: 'https://yourapp.com/callback',
    response_type: 'code',
    scope: 'contacts:read conversations:read conversations:write',
    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  });
  return url.href;
}
