import { areEqual, beginsWith, join, utf8 } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import type { Form } from './forms/body-forms.ts';
import { keyForms } from './forms/secret-forms.ts';
import type { ReadSignature } from './forms/signature-forms.ts';
import { hmacWith } from './hmac.ts';
import type { Hash } from './hmac.ts';
import type { MistakeId } from './mistakes.ts';
import { contentOf } from './schemes.ts';
import type { Scheme } from './schemes.ts';

/** What a signature may have been made of. */
export interface Ingredients {
  readonly body: Bytes;
  /** What was pasted comes first. */
  readonly bodies: readonly Form<Bytes>[];
  readonly secrets: readonly Form<string>[];
  readonly id: string;
  readonly timestamp: string;
}

/** One way to make a signature. */
interface Recipe {
  readonly key: Bytes;
  readonly content: (body: Bytes) => Bytes;
  readonly mistakes: readonly MistakeId[];
}

/** So few bytes of a signature that is cut off could fit by chance. */
const ENOUGH = 8;
/** Of longer bodies only what one mistake makes is tried. */
const SHORT_BODY = 64 * 1024;

/**
 * Looks for the way that a signature was made: the right one, then those with one mistake, then with two.
 * @returns the mistakes; undefined where no known way leads there
 */
export async function search(
  signature: ReadSignature,
  scheme: Scheme,
  ingredients: Ingredients,
): Promise<MistakeId[] | undefined> {
  for (let level = 0; level <= (ingredients.body.length > SHORT_BODY ? 1 : 2); level += 1) {
    for (const secret of ingredients.secrets) {
      for (const recipe of recipesOf(scheme, secret.value, ingredients)) {
        const rest = level - recipe.mistakes.length - count(secret);
        const bodies = ingredients.bodies.filter((body) => count(body) === rest);
        const found = await fitting(signature, recipe, bodies);
        if (found) return all(signature, recipe, secret.mistake, found.body.mistake, found.isOtherHash);
      }
    }
  }
  return undefined;
}

const count = ({ mistake }: Form<unknown>): number => (mistake === undefined ? 0 : 1);

async function fitting({ bytes }: ReadSignature, { key, content }: Recipe, bodies: readonly Form<Bytes>[]) {
  if (bodies.length === 0 || bytes.length < ENOUGH) return undefined;
  for (const hash of hashesOf(bytes.length)) {
    const sign = await hmacWith(key, hash);
    for (const body of bodies) {
      const made = await sign(content(body.value));
      const fits = hash === 'SHA-256' ? beginsWith(made, bytes) : areEqual(made, bytes);
      if (fits) return { body, isOtherHash: hash !== 'SHA-256' };
    }
  }
  return undefined;
}

function hashesOf(length: number): Hash[] {
  return length === 20 ? ['SHA-256', 'SHA-1'] : length === 64 ? ['SHA-512'] : ['SHA-256'];
}

/** How the signature is written says nothing new where it is that of the other header, or of another hash. */
function all(
  signature: ReadSignature,
  { mistakes }: Recipe,
  secret: MistakeId | undefined,
  body: MistakeId | undefined,
  isOtherHash: boolean,
): MistakeId[] {
  const isOther = mistakes.includes('other-scheme');
  const written = signature.mistakes.filter((id) => !isOther && !(isOtherHash && id === 'truncated'));
  const hash: MistakeId[] = isOtherHash ? ['wrong-hash'] : [];
  return [secret, body, ...mistakes, ...hash, ...written].filter((id) => id !== undefined);
}

function recipesOf(scheme: Scheme, secret: string, { id, timestamp }: Ingredients): Recipe[] {
  const right = (of: Scheme) => (body: Bytes) => contentOf(of, { body, id, timestamp });
  const keys = keyForms(secret, scheme);
  const key = keys[0]?.value ?? new Uint8Array();
  const otherKey = keyForms(secret, scheme === 'plain' ? 'standard' : 'plain')[0]?.value ?? key;
  const others = [`${timestamp}.`, `${id}.`, `${timestamp}.${id}.`, `${id}${timestamp}`, `${id}.${timestamp}.`, ''];
  const wrongHeads = others.filter((head) => head !== (scheme === 'plain' ? '' : `${id}.${timestamp}.`));
  return [
    ...keys.map(({ value, mistake }) => ({
      key: value,
      content: right(scheme),
      mistakes: mistake === undefined ? [] : [mistake],
    })),
    {
      key: otherKey,
      content: right(scheme === 'plain' ? 'standard' : 'plain'),
      mistakes: ['other-scheme'],
    },
    ...(scheme === 'plain' ? [] : timestampForms(timestamp)).map((written): Recipe => ({
      key,
      content: (body) => contentOf(scheme, { body, id, timestamp: written }),
      mistakes: ['timestamp-format'],
    })),
    ...wrongHeads.map((head): Recipe => ({
      key,
      content: (body) => join(utf8(head), body),
      mistakes: ['signed-content'],
    })),
  ];
}

/** The seconds that a timestamp in milliseconds, or a date, was made of. */
function timestampForms(text: string): string[] {
  if (/^\d{13}$/.test(text)) return [text.slice(0, 10)];
  if (/^\d+$/.test(text)) return [`${text}000`];
  const time = Date.parse(text);
  return Number.isNaN(time) ? [] : [String(Math.floor(time / 1000))];
}
