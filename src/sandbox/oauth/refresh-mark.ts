import { isEqual, newSecret, sha256 } from './secrets.ts';

/**
 * Refresh tokens of a grant carry a mark that only this server can make. So a token that was given out and replaced
 * is told from one that was made up, without keeping a list of all that were ever given out: the first, sent again,
 * ends the grant; the second is nobody's.
 */
const MARK_LENGTH = 22;

/** A secret for a refresh token of the grant with this key. */
export async function newRefreshSecret(markKey: string): Promise<string> {
  const random = newSecret();
  return `${random}${await mark(markKey, random)}`;
}

/** True for a secret that was made by `newRefreshSecret` for this grant. */
export async function isMarked(markKey: string, secret: string): Promise<boolean> {
  const random = secret.slice(0, -MARK_LENGTH);
  return isEqual(await mark(markKey, random), secret.slice(-MARK_LENGTH));
}

async function mark(markKey: string, random: string): Promise<string> {
  return (await sha256(`${markKey}.${random}`)).slice(0, MARK_LENGTH);
}
