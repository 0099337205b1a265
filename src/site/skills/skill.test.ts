import { expect, test } from 'vitest';
import { readSkill } from './skill.ts';

const source =
  '---\nname: first-call\ndescription: Use it to call.\n---\n\n[Errors]({{site}}/errors.md)\n\n{{file a.js}}\n';
const files = (path: string): string => `// ${path}\n`;

test('places for files and for the address are filled', () => {
  expect(readSkill(source, 'https://developers.example.com', files)).toEqual({
    name: 'first-call',
    description: 'Use it to call.',
    text: '---\nname: first-call\ndescription: Use it to call.\n---\n\n[Errors](https://developers.example.com/errors.md)\n\n// a.js\n',
  });
});

test.each([
  ['First Call', 'Use it.', /small letters.*First Call/],
  ['first--call', 'Use it.', /small letters/],
  ['first-call', 'x'.repeat(1025), /1,024 characters/],
])('a head that no agent would take is refused: %s', (name, description, message) => {
  expect(() => readSkill(`---\nname: ${name}\ndescription: ${description}\n---\n`, '', files)).toThrow(message);
});
