import type { Pasted } from './diagnosis.ts';

/** The most that is looked at, in bytes and characters: a delivery is far below. */
export const MOST = {
  body: 1024 * 1024,
  headers: 64 * 1024,
  secret: 1024,
  otherSecrets: 8 * 1024,
  computed: 1024,
} as const;

const names = {
  body: 'The body is',
  headers: 'The headers are',
  secret: 'The secret is',
  otherSecrets: 'The other secrets are',
  computed: 'What your code computed is',
} as const;

/** Why nothing can be said of what was pasted, and what to do; undefined where something can. */
export function problemOf(pasted: Pasted): string | undefined {
  for (const field of ['body', 'headers', 'secret', 'otherSecrets', 'computed'] as const) {
    const length = pasted[field]?.length ?? 0;
    if (length <= MOST[field]) continue;
    return `${names[field]} longer than ${MOST[field] / 1024} KiB, far more than a delivery has: paste only what belongs to one.`;
  }
  if (pasted.headers.trim() === '') return 'Paste the headers of the delivery, one a line.';
  if (pasted.secret.trim() === '')
    return 'Paste the secret of the webhook: whsec_ and more, from the answer that created it.';
  if (!Number.isFinite(pasted.receivedAt)) return 'The time of receipt is no time. Leave it empty for now.';
  return undefined;
}
