/** Text with what cannot be seen in it made visible. */

/**
 * Control characters, marks and overrides of direction, line separators: what would hide, reorder or break the text
 * around it. Joiners of emoji and of Arabic or Indic letters are text and stay.
 * @see https://trojansource.codes
 */
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A piece is shown as it is, or as the escape that JSON has for it. */
export interface VisiblePiece {
  text: string;
  escape: boolean;
}

export function visiblePieces(text: string): VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(invisible)) {
    if (index > from) pieces.push({ text: text.slice(from, index), escape: false });
    pieces.push({ text: escapeOf(character), escape: true });
    from = index + 1;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), escape: false });
  return pieces;
}

/** The same as one text, for code: `"\u202e"`. */
export function withEscapes(text: string): string {
  return text.replace(invisible, escapeOf);
}

/** The same for a text of several lines, which stay lines. */
export function linesWithEscapes(text: string): string {
  return text.split('\n').map(withEscapes).join('\n');
}

/** A text of at most `longest` characters: of a longer one its beginning and its end. */
export function shorten(text: string, longest: number): string {
  const end = Math.floor(longest / 5);
  return text.length > longest ? `${text.slice(0, longest - end - 1)}…${text.slice(-end)}` : text;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
