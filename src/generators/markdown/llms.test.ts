import { expect, test } from 'vitest';
import { llmsFullText, llmsText } from './llms.ts';

const llms = {
  title: 'Pets',
  description: 'An API of pets.',
  details: 'Each page is Markdown.',
  sections: [
    {
      title: 'Reference',
      pages: [
        { title: 'List [all]', description: 'All of\n them. ', href: '/list.md' },
        { title: 'Add', description: '', href: '/add.md' },
      ],
    },
    { title: 'Empty', pages: [] },
  ],
};

test('the list has a line for each page, and no section without pages', () => {
  expect(llmsText(llms)).toBe(`# Pets

> An API of pets.

Each page is Markdown.

## Reference

- [List \\[all\\]](/list.md): All of them.
- [Add](/add.md)
`);
});

test('what is not told has no line', () => {
  expect(llmsText({ title: 'Pets', description: '', sections: [] })).toBe('# Pets\n');
});

test('the one text has each page after its address, without the white space around it', () => {
  expect(llmsFullText(llms, ({ title }) => `\n# ${title}\n\n`)).toBe(`# Pets

> An API of pets.

Each page is Markdown.

---

Source: /list.md

# List [all]

---

Source: /add.md

# Add
`);
});
