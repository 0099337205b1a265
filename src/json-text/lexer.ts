/** A bracket, comma or colon; a text on one line, closed or not; a number; a word. */
const TOKEN = /[{}[\],:]|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|-?\d[\w.+-]*|[^\s{}[\],:"]+/y;

/**
 * Finds the tokens of a text that is JSON, or was meant to be; white space is left out.
 * @param visit Told of each where it starts and ends. A function, for no reader may take long over megabytes of text.
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-2
 */
export function eachToken(text: string, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    TOKEN.lastIndex = at;
    if (!TOKEN.test(text)) continue;
    const end = TOKEN.lastIndex;
    visit(at, end);
    at = end - 1;
  }
}
