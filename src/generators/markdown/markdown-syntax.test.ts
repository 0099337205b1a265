import { expect, test } from 'vitest';
import { prose } from './markdown-syntax.ts';

test.each([
  ['headings go down', '# A\n\n## B\n', '### A\n\n#### B'],
  ['underlined ones too', 'A *b*\n===\n\nB\n---\n\ntext', '### A *b*\n\n#### B\n\ntext'],
  ['a break stays', 'A\n\n---\n\nB', 'A\n\n---\n\nB'],
  [
    'a list, a quote and a table have no line below',
    '- a\n---\n> b\n---\n| c |\n|---|\n',
    '- a\n---\n> b\n---\n| c |\n|---|',
  ],
  ['code stays as it is', '```\n# A\nB\n===\n<!-- c -->\n```', '```\n# A\nB\n===\n<!-- c -->\n```'],
  ['comments are left out', 'a <!-- b\n\nc --> d', 'a  d'],
  ['what is never shown is left out', 'a <script>\n# no\n</script> b <STYLE>c</STYLE>', 'a  b'],
  ['what does not end, too', 'a <script>b\n\nc', 'a'],
  [
    'code may speak of it',
    'Put `<script>` and `<!--` here, `</script>` there',
    'Put `<script>` and `<!--` here, `</script>` there',
  ],
])('in a description %s', (_, text, shown) => expect(prose(text, 2)).toBe(shown));
