/** Texts and bytes that were taken for another character set. */
import { readUtf8, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';

/** What Windows-1252 has at 0x80 to 0x9f; where it has nothing, the control character. */
const windows = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index));

/** One byte a character. @returns undefined where a character has none */
function oneByteEach(text: string): Bytes | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const place = code <= 0xff ? -1 : windows.indexOf(text.charAt(at));
    if (code > 0xff && place === -1) return undefined;
    bytes[at] = code <= 0xff ? code : 0x80 + place;
  }
  return bytes;
}

/** What was signed, where a body went through the wrong character set; or what was hashed in place of it. */
export function charsetForms(bytes: Uint8Array): Bytes[] {
  const text = readUtf8(bytes);
  if (text === undefined) {
    // The bytes are of a set with one byte a character: as UTF-8 they would be
    return ['windows-1252', 'iso-8859-15'].map((set) => utf8(new TextDecoder(set).decode(bytes)));
  }
  const single = oneByteEach(text);
  return single === undefined ? [] : [single];
}
