import { createHash, randomBytes } from 'node:crypto';

export function signInSecrets() {
  const codeVerifier = randomBytes(32).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const state = randomBytes(16).toString('base64url');
  return { codeVerifier, codeChallenge, state };
}
