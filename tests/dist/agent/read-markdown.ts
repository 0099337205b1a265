/** What a program finds in a page of Markdown by its shape: tables, code, sections. */

export interface CodeBlock {
  /** The bold line above it, or the title in its fence: the name of a file, a status. */
  readonly title: string;
  readonly language: string;
  readonly text: string;
}

/** The blocks of code of a text, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const found = markdown.matchAll(/(?:^\*\*([^\n]+)\*\*\n\n)?^( *)(`{3,})(\w*)([^\n]*)\n([\s\S]*?)^\2\3$/gm);
  return [...found].map(([, above, indent = '', , language = '', rest = '', text = '']) => ({
    title: /title="([^"]+)"/.exec(rest)?.[1] ?? above ?? '',
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The first block that is as wanted. @throws where there is none */
export function codeBlock(markdown: string, wanted: (block: CodeBlock) => boolean): CodeBlock {
  const block = codeBlocks(markdown).find(wanted);
  if (!block) throw new Error('The page has no such code.');
  return block;
}

/** The rows of all tables, by the heads of their columns; code and links as their text. */
export function tableRows(markdown: string): Record<string, string>[] {
  return [...markdown.matchAll(/^\|.*\|\n\| *-[ -|]*\|\n(?:\|.*\|\n)+/gm)].flatMap(([table]) => {
    const [heads = [], , ...rows] = table.trim().split('\n').map(cells);
    return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])));
  });
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) =>
      cell
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll('`', '')
        .trim(),
    );
}

/** The row of a table of which a cell says something. @throws where none does */
export function rowThatSays(markdown: string, words: RegExp): Record<string, string> {
  const row = tableRows(markdown).find((one) => Object.values(one).some((cell) => words.test(cell)));
  if (!row) throw new Error(`No row of a table says ${String(words)}.`);
  return row;
}

/** What stands below a heading, up to the next of its rank. @throws where there is no such heading */
export function section(markdown: string, heading: string | RegExp): string {
  const withoutCode = markdown.replaceAll(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2$/gm, (code) => code.replaceAll('#', ' '));
  const heads = [...withoutCode.matchAll(/^(#+) (.*)$/gm)];
  const start = heads.findIndex(([, , text = '']) =>
    typeof heading === 'string' ? text === heading : heading.test(text),
  );
  const [line = '', marks = ''] = heads[start] ?? [];
  if (start === -1) throw new Error(`No section is called ${String(heading)}.`);
  const next = heads.slice(start + 1).find(([, others = '']) => others.length <= marks.length);
  return markdown.slice((heads[start]?.index ?? 0) + line.length, next?.index);
}

/** What a pattern captures. @throws with what it was to tell, where the text does not have it */
export function told(text: string, pattern: RegExp, what: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`Nothing tells ${what}.`);
  return found;
}
