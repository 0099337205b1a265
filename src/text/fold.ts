/** No letter above these has another case or another way to be written. */
const ASCII = /^[\x00-\x7f]*$/;

/**
 * A text as it compares without regard to case, and to the way its accents are written: full case folding and normalization form C.
 * Turkish i, with and without its dot, is the i of everybody else, so that whoever has another keyboard finds it, too.
 * @see https://www.unicode.org/versions/latest/core-spec/chapter-3/#G34145
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFC')
      // By way of the capitals, which have no ß and no dotless i.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      // A sigma is written in another way at the end of a word.
      .replaceAll('ς', 'σ')
      .replaceAll('i\u0307', 'i')
      .normalize('NFC')
  );
}
