import { describe, expect, test } from 'vitest';
import { highlight } from '../reference/html/highlight.ts';
import { markNotedLines } from './noted-lines.ts';

const code = 'const a = 1;\nconst b = `\n<b> & c`;\n\nsend(a, b);';
const marked = (...notes: string[][]): string => markNotedLines(highlight(code, 'js').text, code, notes);
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '');

describe('lines with a note', () => {
  test('are marked by its number, the first and the last, and a line of several by all of them', () => {
    const html = marked(['const a', 'send('], ['<b> &'], ['send(']);
    expect([...html.matchAll(/data-note="([^"]*)">(.*)/g)].map(([, note, line = '']) => [note, textOf(line)])).toEqual([
      ['1', 'const a = 1;'],
      ['2', '&lt;b&gt; &amp; c`;'],
      ['1 3', 'send(a, b);'],
    ]);
  });

  test('leave the text as it is', () => {
    expect(textOf(marked(['const a'], ['send(']))).toBe(textOf(highlight(code, 'js').text));
  });

  test('must be there, once', () => {
    expect(() => marked(['gone'])).toThrow('"gone", which stands in 0 lines');
    expect(() => marked(['const'])).toThrow('"const", which stands in 2 lines');
  });
});
