/** Makes each mistake on purpose, of a delivery that is right: to show what it looks like, and to test that it is recognised. */
import { base64, hex, join, readBase64Loosely, readHex, utf8 } from './bytes.ts';
import { decodedKey } from './forms/secret-forms.ts';
import { escapeCharacters, escapeSlashes } from './forms/json-forms.ts';
import { hmac, hmacWith } from './hmac.ts';
import type { Pasted } from './diagnosis.ts';
import type { MistakeId } from './mistakes.ts';
import { contentOf, headerNames } from './schemes.ts';

/** A delivery as the sandbox signed it. */
export interface SignedDelivery {
  readonly body: string;
  /** Those of `headerNames`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string;
  /** Unix time in seconds. */
  readonly receivedAt: number;
}

type Change = (right: Right) => Partial<Pasted> | Promise<Partial<Pasted>>;

/** A right delivery in the parts that are broken. */
interface Right extends SignedDelivery {
  readonly id: string;
  readonly timestamp: string;
  readonly plain: string;
  readonly standard: string;
}

/** The delivery as a reader would paste it. */
export function pasteOf({ body, headers, secret, receivedAt }: SignedDelivery): Pasted {
  return { body: utf8(body), headers: linesOf(headers), secret, receivedAt };
}

/** The delivery with this mistake made; what the reader's code would come to, where the mistake is in there. */
export async function breakDelivery(mistake: MistakeId, right: SignedDelivery): Promise<Pasted> {
  const value = (name: string): string => right.headers[name] ?? '';
  const { plain, id, timestamp, standard } = headerNames;
  const parts = { id: value(id), timestamp: value(timestamp), plain: value(plain), standard: value(standard) };
  return { ...pasteOf(right), ...(await changes[mistake]({ ...right, ...parts })) };
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

const body =
  (change: (text: string) => string): Change =>
  (right) => ({ body: utf8(change(right.body)) });
const secret =
  (change: (text: string) => string): Change =>
  (right) => ({ secret: change(right.secret) });
const header =
  (name: string, change: (value: string, right: Right) => string | undefined): Change =>
  (right) => {
    const changed = change(right.headers[name] ?? '', right);
    const { [name]: _, ...others } = right.headers;
    return { headers: linesOf(changed === undefined ? others : { ...others, [name]: changed }) };
  };
const computed =
  (make: (right: Right) => Promise<string>): Change =>
  async (right) => ({ computed: await make(right) });

const standardContent = ({ body: text, id, timestamp }: Right) =>
  contentOf('standard', { body: utf8(text), id, timestamp });
const withKey = async (key: Uint8Array<ArrayBuffer>, right: Right) =>
  `v1,${base64(await hmac(key, standardContent(right)))}`;
const urlSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const otherSecret = `whsec_${base64(Uint8Array.from({ length: 32 }, (_, index) => index))}`;

const changes: Readonly<Record<MistakeId, Change>> = {
  'trailing-newline': body((text) => `${text}\n`),
  crlf: body((text) => `${text}\r\n`),
  bom: body((text) => `\ufeff${text}`),
  whitespace: body((text) => `  ${text}  `),
  'escaped-slashes': body(escapeSlashes),
  'escaped-characters': body((text) => escapeCharacters(text)),
  're-serialised': body((text) => JSON.stringify(JSON.parse(text), null, 2)),
  'double-encoded': body((text) => JSON.stringify(text)),
  'latin-1': body((text) => new TextDecoder('windows-1252').decode(utf8(text))),
  'lost-characters': body((text) => text.replace(/[^\0-\x7f]/gu, '\ufffd')),
  'object-body': body(() => '[object Object]'),
  'empty-body': body(() => ''),
  'wrong-secret': secret(() => otherSecret),
  'other-secret': (right) => ({ secret: otherSecret, otherSecrets: `live: ${right.secret}` }),
  'api-key': secret(() => 'sk_test_admin'),
  'malformed-secret': secret((text) => text.slice(0, 30)),
  'secret-whitespace': secret((text) => `${text} `),
  'secret-quoted': secret((text) => `"${text}"`),
  'secret-prefix': secret((text) => text.slice('whsec_'.length)),
  'secret-encoding': secret((text) => `whsec_${urlSafe(text.slice('whsec_'.length))}`),
  'secret-not-decoded': computed((right) => withKey(utf8(right.secret), right)),
  'prefix-decoded': computed((right) => withKey(readBase64Loosely(right.secret) ?? new Uint8Array(), right)),
  'secret-decoded': computed(async (right) => hex(await hmac(decodedKey(right.secret), utf8(right.body)))),
  'missing-header': header(headerNames.timestamp, () => undefined),
  'merged-headers': header(headerNames.plain, (value) => `${value}, ${value}`),
  'wrong-id': header(headerNames.id, () => 'msg_def456'),
  'changed-timestamp': header(headerNames.timestamp, (value) => String(Number(value) + 1)),
  'timestamp-format': header(headerNames.timestamp, (value) => `${value}000`),
  'signed-content': computed(async ({ secret: text, timestamp, body: sent }) => {
    const content = join(utf8(`${timestamp}.`), utf8(sent));
    return `v1,${base64(await hmac(decodedKey(text), content))}`;
  }),
  'other-scheme': header(headerNames.plain, (_, right) => right.standard),
  'signature-prefix': header(headerNames.plain, (value) => `sha256=${value}`),
  'base64-for-hex': computed(({ plain }) => Promise.resolve(base64(readHex(plain)))),
  'hex-for-base64': computed(async (right) => hex(await hmac(decodedKey(right.secret), standardContent(right)))),
  'upper-case': header(headerNames.plain, (value) => value.toUpperCase()),
  base64url: header(headerNames.standard, (value) => urlSafe(value)),
  truncated: header(headerNames.plain, (value) => value.slice(0, 32)),
  'wrong-hash': computed(async (right) => {
    const sign = await hmacWith(utf8(right.secret), 'SHA-1');
    return hex(await sign(utf8(right.body)));
  }),
  'unrelated-signature': header(headerNames.plain, (value) => value.split('').reverse().join('')),
  'old-timestamp': (right) => ({ receivedAt: right.receivedAt + 3600 }),
  'future-timestamp': (right) => ({ receivedAt: right.receivedAt - 3600 }),
};
