/** What stands between `$'` and `'`. @see https://www.gnu.org/software/bash/manual/bash.html#ANSI_002dC-Quoting */

const SIGNS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE =
  /((?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+)|\\u([\da-fA-F]{1,4})|\\U([\da-fA-F]{1,8})|\\c([\s\S])|\\([\s\S])/g;

/** The text that is meant; bytes are read as UTF-8. */
export function ansiCText(source: string): string {
  return source.replace(
    ESCAPE,
    (whole, bytes?: string, short?: string, long?: string, control?: string, sign?: string) => {
      if (bytes !== undefined) return byteText(bytes);
      if (short !== undefined || long !== undefined) return codePoint(parseInt(short ?? long ?? '', 16));
      if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f);
      if (sign === undefined) return whole;
      if (/[\\'"?]/.test(sign)) return sign;
      return SIGNS[sign] ?? whole;
    },
  );
}

function byteText(escapes: string): string {
  const bytes = [...escapes.matchAll(/\\x([\da-fA-F]{1,2})|\\([0-7]{1,3})/g)].map(([, hexadecimal, octal = '']) =>
    hexadecimal === undefined ? parseInt(octal, 8) & 0xff : parseInt(hexadecimal, 16),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
