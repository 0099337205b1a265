import { readUtf8 } from './bytes.ts';
import { findingsOf } from './diagnosis.ts';
import type { Judgement, Pasted } from './diagnosis.ts';
import { secretForms } from './forms/secret-forms.ts';
import { readSignature } from './forms/signature-forms.ts';
import type { MistakeId } from './mistakes.ts';
import { otherSecond } from './other-second.ts';
import type { DeliveryHeaders } from './read-headers.ts';
import { headerNames } from './schemes.ts';
import type { Scheme } from './schemes.ts';
import type { Ingredients } from './search.ts';

/** `whsec_` and 32 bytes in base64. */
const SECRET_LENGTH = 50;

/**
 * What is told of a signature that no known way leads to.
 * @param other how the other signature was judged: a known way shows that body and secret are what they are told to be
 */
export async function judgeUnknown(
  scheme: Scheme,
  { headers, ingredients, pasted }: { headers: DeliveryHeaders; ingredients: Ingredients; pasted: Pasted },
  other: Judgement | undefined,
): Promise<Judgement> {
  const isCertain = other?.findings.length === 0;
  if (isCertain && scheme === 'standard') return judgeIdAndTime(headers, ingredients);
  const isNone = readSignature(headers[scheme] ?? '', scheme) === undefined;
  const found = other || isNone ? 'unrelated-signature' : (atAGlance(pasted) ?? 'wrong-secret');
  return { findings: findingsOf([found], headerNames[scheme]), notes: [] };
}

/** Body and secret are right: what is left is what the signature covers besides. */
async function judgeIdAndTime(headers: DeliveryHeaders, ingredients: Ingredients): Promise<Judgement> {
  const secret = ingredients.secrets[0]?.value;
  const read = readSignature(headers.standard ?? '', 'standard');
  if (secret === undefined || !read || read.mistakes.length > 0)
    return { findings: findingsOf(['unrelated-signature'], headerNames.standard), notes: [] };
  const second = await otherSecond(read.bytes, { ...ingredients, secret });
  if (second === undefined) return { findings: findingsOf(['wrong-id'], headerNames.id), notes: [] };
  return {
    findings: findingsOf(['changed-timestamp'], headerNames.timestamp),
    notes: [`The signature is for the timestamp ${second}.`],
  };
}

/** What can be seen without a computation. */
function atAGlance({ body, secret }: Pasted): MistakeId | undefined {
  const text = readUtf8(body) ?? '';
  if (/^\s*(?:Bearer\s+)?sk_/.test(secret)) return 'api-key';
  if (body.length === 0) return 'empty-body';
  if (/^\[object \w+\]$/.test(text.trim())) return 'object-body';
  if (text.includes('\ufffd')) return 'lost-characters';
  return secretForms(secret)[0]?.value.length === SECRET_LENGTH ? undefined : 'malformed-secret';
}
