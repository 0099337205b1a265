import { hex, utf8 } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import { readUtf8 } from './bytes.ts';
import { decodedKey, secretForms } from './forms/secret-forms.ts';
import { readHeaders } from './read-headers.ts';
import { contentOf, expectedSignature, headerNames, holds } from './schemes.ts';
import type { Scheme } from './schemes.ts';

/** One signature, verified in steps that can be shown. */
export interface SignatureCheck {
  readonly scheme: Scheme;
  readonly header: string;
  /** What is signed, as a text. */
  readonly content: string;
  /** How the key is made of the secret, in words, and its bytes in hex. */
  readonly key: { readonly made: string; readonly hex: string };
  readonly expected: string;
  readonly received: string;
  readonly isRight: boolean;
  /** Where the two differ first; undefined where they are the same. */
  readonly differsAt: number | undefined;
}

/** Verifies each signature that a delivery carries, step by step. @param headers lines, as they were sent */
export async function checkSignatures(body: Bytes, headers: string, secretText: string): Promise<SignatureCheck[]> {
  const read = readHeaders(headers);
  const secret = secretForms(secretText)[0]?.value ?? secretText;
  const signed = { body, secret, id: read.id ?? '', timestamp: read.timestamp ?? '' };
  const schemes = (['plain', 'standard'] as const).filter((scheme) => read[scheme] !== undefined);
  return Promise.all(
    schemes.map(async (scheme) => {
      const expected = await expectedSignature(scheme, signed);
      const received = read[scheme] ?? '';
      const isRight = holds(scheme, received, expected);
      const key = scheme === 'plain' ? utf8(secret) : decodedKey(secret);
      return {
        scheme,
        header: headerNames[scheme],
        content: readUtf8(contentOf(scheme, signed)) ?? 'Bytes that are no UTF-8',
        key: { made: madeOf[scheme], hex: hex(key) },
        expected,
        received,
        isRight,
        differsAt: isRight ? undefined : firstDifference(expected, received),
      };
    }),
  );
}

const madeOf: Readonly<Record<Scheme, string>> = {
  plain: 'the secret as it is written, whsec_ included',
  standard: 'the bytes that the base64 after whsec_ stands for',
};

function firstDifference(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return at;
  return length;
}
