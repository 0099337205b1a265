/** Characters of one chunk: a browser lays out a few of these at a time, whatever the length of the text. */
const chunkLength = 8_000;

/**
 * Cuts a text into pieces that are laid out on their own; joined, they are the text. A piece ends with a line where it
 * can, else after a comma, and never within a pair of surrogates.
 */
export function textChunks(text: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = Math.min(text.length, from + chunkLength);
    const end = to === text.length ? to : endOfChunk(text, from, to);
    chunks.push(text.slice(from, end));
    from = end;
  }
  return chunks;
}

function endOfChunk(text: string, from: number, to: number): number {
  const half = from + chunkLength / 2;
  for (const mark of ['\n', ',', ' ']) {
    const at = text.lastIndexOf(mark, to - 1);
    if (at >= half) return at + 1;
  }
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(to - 1));
  return isSplit ? to - 1 : to;
}
