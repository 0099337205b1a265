import { findingsOf } from './diagnosis.ts';
import type { Judgement } from './diagnosis.ts';
import { readSignature } from './forms/signature-forms.ts';
import { isRight } from './judge-header.ts';
import type { MistakeId } from './mistakes.ts';
import type { DeliveryHeaders } from './read-headers.ts';
import { headerNames } from './schemes.ts';
import type { Scheme } from './schemes.ts';
import { search } from './search.ts';
import type { Ingredients } from './search.ts';

/** Says how a handler's code came to a signature that the header does not have. */
export async function judgeComputed(
  text: string,
  headers: DeliveryHeaders,
  ingredients: Ingredients,
): Promise<Judgement> {
  const value = text.trim();
  if (value === '') return { findings: [], notes: [] };
  const ways: MistakeId[][] = [];
  // Without the headers of Standard Webhooks nobody computes what they sign.
  const schemes: readonly Scheme[] = headers.timestamp === undefined ? ['plain'] : ['plain', 'standard'];
  for (const scheme of schemes) {
    if (await isRight(scheme, value, ingredients)) return { findings: [], notes: [rightFor(scheme)] };
    const read = readSignature(value, scheme);
    const way = read && (await search(read, scheme, ingredients));
    if (way && !way.includes('other-scheme')) ways.push(way);
  }
  const [shortest] = ways.sort((a, b) => a.length - b.length);
  const found: readonly MistakeId[] = shortest ?? ['wrong-secret'];
  return { findings: findingsOf(found, 'what your code computed'), notes: [] };
}

function rightFor(scheme: Scheme): string {
  return `What your code computed is right for ${headerNames[scheme]}: look at what it is compared with, and how.`;
}
