import { expect, test } from 'vitest';
import { highlight } from '../reference/html/highlight.ts';
import { changedLines } from './changed-lines.ts';

const shown = (code: string) => ({ code, html: highlight(code, 'js').text });
const change = (before: string, after: string): string => changedLines(shown(before), shown(after));
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '');

const before = 'const a = `\n<b>`;\nsend(a);\nend();';
const after = 'const a = `\n<b>`;\ncheck(a);\nsend(a, 1);\nend();';

test('a change is the lines of both, each with its sign', () => {
  expect(textOf(change(before, after))).toBe(
    [' const a = `', ' &lt;b&gt;`;', '-send(a);', '+check(a);', '+send(a, 1);', ' end();', ''].join('\n'),
  );
});

test('without removed lines and signs it is the new code', () => {
  const html = change(before, after)
    .replaceAll(/<del>[\s\S]*?<\/del>/g, '')
    .replaceAll(/<span data-sign[^>]*>.<\/span>/g, '');
  expect(textOf(html).trimEnd()).toBe(textOf(highlight(after, 'js').text));
});

test('a sign is told as a word', () => {
  const html = change(before, after);
  expect(html.match(/<ins><span data-sign role="img" aria-label="added">\+/g)).toHaveLength(2);
  expect(html.match(/<del><span data-sign role="img" aria-label="removed">-/g)).toHaveLength(1);
});

test('what does not change, or has nothing in common, is no change', () => {
  expect(() => change(before, before)).toThrow('4 of 4 lines stay');
  expect(() => change('a;', 'b;')).toThrow('0 of 2 lines stay');
});
