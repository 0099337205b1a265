/** Brackets, commas and colons; a text on one line, its closing quote in a group; a number; a word. */
const TOKEN = /[{}[\],:]|"[^"\\\n]*(?:\\.[^"\\\n]*)*("?)|-?\d[\w.+-]*|[^\s{}[\],:"]+/g;

/**
 * The tokens of a text that is JSON, or was meant to be, each with its place; white space is left out. A text that is not
 * closed on its line has an empty group 1.
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-2
 */
export function tokensOf(text: string): Iterable<RegExpExecArray> {
  return text.matchAll(TOKEN);
}
