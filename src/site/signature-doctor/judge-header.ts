import { findingsOf } from './diagnosis.ts';
import type { Judgement } from './diagnosis.ts';
import { readSignature } from './forms/signature-forms.ts';
import type { DeliveryHeaders } from './read-headers.ts';
import { expectedSignature, headerNames, holds } from './schemes.ts';
import type { Scheme } from './schemes.ts';
import { search } from './search.ts';
import type { Ingredients } from './search.ts';

/** Judges one signature of a delivery. @returns undefined where no known way leads to it */
export async function judgeHeader(
  scheme: Scheme,
  headers: DeliveryHeaders,
  ingredients: Ingredients,
): Promise<Judgement | undefined> {
  const value = headers[scheme] ?? '';
  if (await isRight(scheme, value, ingredients)) return { findings: [], notes: [] };
  for (const entry of scheme === 'standard' ? value.split(' ') : [value]) {
    const read = readSignature(entry, scheme);
    const found = read && (await search(read, scheme, ingredients));
    if (found) return { findings: findingsOf(found, headerNames[scheme]), notes: [] };
  }
  return undefined;
}

/** Whether it is what it must be, of what was pasted as it is. */
export async function isRight(scheme: Scheme, value: string, ingredients: Ingredients): Promise<boolean> {
  const [secret] = ingredients.secrets;
  if (!secret || secret.mistake !== undefined) return false;
  return holds(scheme, value, await expectedSignature(scheme, { ...ingredients, secret: secret.value }));
}
