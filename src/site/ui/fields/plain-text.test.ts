import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it('drops the marks of Markdown and keeps the words', () => {
    expect(plainText('Only **one** of `page` and [after](/x).\n\nSee __it__.')).toBe(
      'Only one of page and after. See it.',
    );
  });
});
