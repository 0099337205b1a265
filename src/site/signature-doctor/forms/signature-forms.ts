import { readBase64Loosely, readHex } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { MistakeId } from '../mistakes.ts';
import type { Scheme } from '../schemes.ts';

/** A signature as it was written. */
export interface ReadSignature {
  readonly bytes: Bytes;
  /** What is wrong with how it is written. */
  readonly mistakes: readonly MistakeId[];
}

/** HMAC-SHA256 has so many bytes. */
const LENGTH = 32;
const WRITTEN = /^((?:v\d[a-z]*|sha-?(?:1|256|512)|hmac-sha256)\s*[,=:]\s*)?(.*)$/is;

/** Reads a signature in any form that it may have been brought into. @returns undefined for what is none */
export function readSignature(text: string, scheme: Scheme): ReadSignature | undefined {
  const value = text.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const [, prefix = '', digits = ''] = WRITTEN.exec(value) ?? [];
  const hasHex = isHex(digits, scheme);
  const read = hasHex ? readHexDigits(digits, scheme) : readBase64Digits(digits, scheme);
  // Hex is written without one, in any scheme.
  const isPrefixRight = prefix === (scheme === 'standard' && !hasHex ? 'v1,' : '');
  if (!read) return undefined;
  const cut: MistakeId[] = read.bytes.length < LENGTH ? ['truncated'] : [];
  const wrong: MistakeId[] = isPrefixRight ? [] : ['signature-prefix'];
  return { bytes: read.bytes, mistakes: [...wrong, ...read.mistakes, ...cut] };
}

/** Forty of them are no base64 by chance. */
function isHex(digits: string, scheme: Scheme): boolean {
  return /^[\da-f]+$/i.test(digits) && (scheme === 'plain' || digits.length >= 40);
}

function readHexDigits(digits: string, scheme: Scheme): ReadSignature {
  const mistakes: MistakeId[] = scheme === 'standard' ? ['hex-for-base64'] : /[A-F]/.test(digits) ? ['upper-case'] : [];
  return { bytes: readHex(digits), mistakes };
}

function readBase64Digits(digits: string, scheme: Scheme): ReadSignature | undefined {
  const bytes = readBase64Loosely(digits);
  if (!bytes) return undefined;
  if (scheme === 'plain') return { bytes, mistakes: ['base64-for-hex'] };
  const isPlain = !/[-_]/.test(digits) && (bytes.length !== LENGTH || digits.endsWith('='));
  return { bytes, mistakes: isPlain ? [] : ['base64url'] };
}
