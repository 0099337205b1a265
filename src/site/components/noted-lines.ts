import { escapeText } from '../../text/escape.ts';

/**
 * Marks the lines of a highlighted block that notes are about, by an attribute that `noted-lines.css` shows: `data-note="1 3"`.
 *
 * @param html A `<pre>` whose lines are those of the code.
 * @param code What it shows.
 * @param notes By note, words that stand in one line each.
 * @throws if words stand in no line, or in several: the code has changed, or they are too few.
 */
export function markNotedLines(html: string, code: string, notes: readonly (readonly string[])[]): string {
  const lines = code.split('\n');
  const found = notes.map((words) => words.map((word) => lineOf(lines, word)));
  const marked = html.split('\n').map((line, index) => {
    const numbers = found.flatMap((places, note) => (places.includes(index) ? [note + 1] : []));
    return numbers.length === 0 ? line : mark(line, numbers.join(' '));
  });
  if (marked.length !== lines.length)
    throw new Error(`The code has ${lines.length} lines, its block ${marked.length}.`);
  return marked.join('\n');
}

function lineOf(lines: readonly string[], words: string): number {
  const places = lines.flatMap((line, index) => (line.includes(words) ? [index] : []));
  const [place] = places;
  if (place === undefined || places.length > 1)
    throw new Error(`A note is about the line with "${words}", which stands in ${places.length} lines.`);
  return place;
}

/** The first line of a block has the `<pre>` before it, the last one its end behind. */
function mark(line: string, numbers: string): string {
  const start = /^<pre[^>]*><code>/.exec(line)?.[0] ?? '';
  const end = /<\/code><\/pre>$/.exec(line)?.[0] ?? '';
  const text = line.slice(start.length, line.length - end.length);
  return `${start}<span data-note="${escapeText(numbers)}">${text}</span>${end}`;
}
