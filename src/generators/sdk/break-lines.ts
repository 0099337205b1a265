/**
 * A text broken between its words.
 * @param width no line is longer, unless one word is
 * @param hang what the lines after the first begin with
 */
export function breakLines(text: string, width: number, hang = ''): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const longer: string = line === undefined ? word : `${line} ${word}`;
    if (longer.length > width && line !== undefined && line.trim() !== '') {
      lines.push(line);
      line = hang + word;
    } else line = longer;
  }
  return [...lines, line ?? ''];
}
