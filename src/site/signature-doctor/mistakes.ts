/** Every mistake that the signature doctor knows by name. */

/** What has to be put right, and so which fix is shown. */
export type Part = 'body' | 'secret' | 'headers' | 'signature' | 'clock';

export interface Mistake {
  readonly title: string;
  /** What happened, and how it comes about. */
  readonly why: string;
  readonly part: Part;
}

const known = {
  'trailing-newline': {
    title: 'A newline at the end of the body',
    why: 'The body has a newline at its end that was not signed, or lacks one that was. Editors, echo and fgets add it.',
    part: 'body',
  },
  crlf: {
    title: 'Other line ends',
    why: 'The line ends of the body were changed, LF to CRLF or back. Files in text mode and version control do that.',
    part: 'body',
  },
  bom: {
    title: 'A byte order mark',
    why: 'The body begins with the bytes EF BB BF, or lost them. Files that are saved as “UTF-8 with BOM” have them.',
    part: 'body',
  },
  whitespace: {
    title: 'White space around the body',
    why: 'The body has spaces or lines around it that were not signed, or was trimmed.',
    part: 'body',
  },
  'escaped-slashes': {
    title: 'Slashes written as \\/',
    why: 'The body was parsed and written again by a library that writes / as \\/, or the other way round. PHP’s json_encode does.',
    part: 'body',
  },
  'escaped-characters': {
    title: 'Characters written as \\u escapes',
    why: 'The body was parsed and written again by a library that escapes é, < or &, or writes them out. Python’s json.dumps, Go and Rails escape.',
    part: 'body',
  },
  're-serialised': {
    title: 'Parsed, then written as JSON again',
    why: 'The body says the same, in other bytes: spaces, lines, numbers or the order of names changed. A JSON middleware came first.',
    part: 'body',
  },
  'double-encoded': {
    title: 'JSON inside of JSON',
    why: 'The body is a JSON text that holds the signed JSON: it was encoded once more on its way.',
    part: 'body',
  },
  'latin-1': {
    title: 'The wrong character set',
    why: 'The bytes of the body were read or written as Latin-1 or Windows-1252. They are UTF-8.',
    part: 'body',
  },
  'lost-characters': {
    title: 'Characters were lost',
    why: 'The body holds the replacement character U+FFFD: something decoded its bytes with the wrong character set. What was there cannot be found again.',
    part: 'body',
  },
  'object-body': {
    title: 'An object in place of the body',
    why: 'The body is “[object Object]”: a parsed object was turned into a text.',
    part: 'body',
  },
  'empty-body': {
    title: 'No body',
    why: 'The body is empty: something has read the stream before, or the framework kept only the parsed form.',
    part: 'body',
  },
  'wrong-secret': {
    title: 'Another secret, or another body',
    why: 'No known form of this secret and this body gives the signature. Most often the secret belongs to another webhook, or to one that was made again.',
    part: 'secret',
  },
  'other-secret': {
    title: 'Signed with another of your secrets',
    why: 'Your handler has a secret that this delivery is not signed with: test for live, the old for the new, or that of another webhook.',
    part: 'secret',
  },
  'api-key': {
    title: 'An API key in place of the secret',
    why: 'A key that begins with sk_ calls the API. Deliveries are signed with the secret of the webhook, which begins with whsec_.',
    part: 'secret',
  },
  'malformed-secret': {
    title: 'That is no webhook secret',
    why: 'A secret is whsec_ and base64. This one is cut off, or something else.',
    part: 'secret',
  },
  'secret-whitespace': {
    title: 'White space around the secret',
    why: 'A space, a tab or a line end was kept with the secret, from a file or a paste.',
    part: 'secret',
  },
  'secret-quoted': {
    title: 'More than the secret',
    why: 'Quotes, or the name of the variable, are part of the value. Some tools do not take them off when they read an .env file.',
    part: 'secret',
  },
  'secret-prefix': {
    title: 'The prefix whsec_ is missing or doubled',
    why: 'The prefix belongs to the secret. X-Orbinto-Signature is keyed with it; for webhook-signature you take it off before you decode.',
    part: 'secret',
  },
  'secret-encoding': {
    title: 'The secret was written in another way',
    why: 'Its base64 has - and _ for + and /, lacks the = at its end, or went through the encoding of a URL.',
    part: 'secret',
  },
  'secret-not-decoded': {
    title: 'The secret was not decoded',
    why: 'webhook-signature is keyed with the bytes that the base64 after whsec_ stands for, not with its letters.',
    part: 'secret',
  },
  'prefix-decoded': {
    title: 'The prefix was decoded, too',
    why: 'whsec_ was fed to the base64 decoder with the rest. Take it off first.',
    part: 'secret',
  },
  'secret-decoded': {
    title: 'The secret was decoded',
    why: 'X-Orbinto-Signature is keyed with the secret as it is written, prefix included. Only webhook-signature wants its bytes.',
    part: 'secret',
  },
  'missing-header': {
    title: 'A header is missing',
    why: 'Not all that is needed arrived. A proxy, a gateway or a framework that renames headers may have dropped it.',
    part: 'headers',
  },
  'merged-headers': {
    title: 'A header came twice',
    why: 'Two values were merged into one with a comma: a proxy sent the header again, or it was added to in place of set.',
    part: 'headers',
  },
  'wrong-id': {
    title: 'Another webhook-id',
    why: 'Body, secret and X-Orbinto-Signature fit; webhook-signature does not, at any time around. Take webhook-id from its header, not the id of the record in the body.',
    part: 'headers',
  },
  'changed-timestamp': {
    title: 'Another webhook-timestamp',
    why: 'It is signed for another second than the header says: the value was changed, or read from a clock.',
    part: 'headers',
  },
  'timestamp-format': {
    title: 'The timestamp was rewritten',
    why: 'webhook-timestamp is Unix time in seconds, signed as it is written. Here it is in milliseconds, or a date.',
    part: 'headers',
  },
  'signed-content': {
    title: 'Something else was signed',
    why: 'webhook-signature covers id.timestamp.body, joined by dots; X-Orbinto-Signature the body alone.',
    part: 'signature',
  },
  'other-scheme': {
    title: 'The other signature',
    why: 'This is right for the other of the two headers: hex of the body in X-Orbinto-Signature, v1 and base64 in webhook-signature.',
    part: 'signature',
  },
  'signature-prefix': {
    title: 'The prefix of the signature',
    why: 'webhook-signature has v1 and a comma before the base64; X-Orbinto-Signature has nothing before its digits, no sha256= either.',
    part: 'signature',
  },
  'base64-for-hex': {
    title: 'Base64 in place of hex',
    why: 'X-Orbinto-Signature is 64 lower-case hexadecimal digits.',
    part: 'signature',
  },
  'hex-for-base64': {
    title: 'Hex in place of base64',
    why: 'webhook-signature is base64, not hexadecimal digits.',
    part: 'signature',
  },
  'upper-case': {
    title: 'Capital letters in the hex',
    why: 'X-Orbinto-Signature has lower-case digits, and a text is compared letter by letter.',
    part: 'signature',
  },
  base64url: {
    title: 'Base64url in place of base64',
    why: 'The signature has - and _ for + and /, or lacks the = at its end. webhook-signature is plain base64 with padding.',
    part: 'signature',
  },
  truncated: {
    title: 'The signature is cut off',
    why: 'Its beginning is right, its end is missing: a column, a log or a header limit was too short.',
    part: 'signature',
  },
  'wrong-hash': {
    title: 'Another hash',
    why: 'Both signatures are HMAC-SHA256. This one is HMAC-SHA1 or HMAC-SHA512.',
    part: 'signature',
  },
  'unrelated-signature': {
    title: 'The signature of another delivery',
    why: 'The other signature fits this body and this secret; this one does not. It was mixed up, or computed from something else.',
    part: 'signature',
  },
  'old-timestamp': {
    title: 'Signed too long ago',
    why: 'The signatures are right, and a careful receiver refuses them all the same: the attempt is older than it allows. It waited in a queue, was played again, or your clock is ahead.',
    part: 'clock',
  },
  'future-timestamp': {
    title: 'Signed in the future',
    why: 'The signatures are right, for a moment that has not come yet by more than is allowed: your clock is behind.',
    part: 'clock',
  },
} as const satisfies Readonly<Record<string, Mistake>>;

export type MistakeId = keyof typeof known;

export const mistakes: Readonly<Record<MistakeId, Mistake>> = known;

export const mistakeIds = Object.keys(known) as readonly MistakeId[];
