import { expect, test } from 'vitest';
import { withReports } from '../bench/sdks/publish.ts';

const marked = (text: string): string =>
  `# A\n\n<!-- written by \`npm run bench -- sdks --save\` -->\n\n${text}\n\n<!-- end of what is written -->\n\nB\n`;

test('the tables of a run take the place of those before, a level deeper', () => {
  expect(withReports(marked('old'), ['a machine', '## Size\n\n| a |'])).toBe(marked('a machine\n\n### Size\n\n| a |'));
});

test('a README without the marks is not written over', () => {
  expect(() => withReports('# A\n', [])).toThrow(/no place/);
});
