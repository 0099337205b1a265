import { describe, expect, it } from 'vitest';
import { textChunks } from './text-chunks.ts';

describe('textChunks', () => {
  it.each([
    ['nothing', ''],
    ['short text', 'a'],
    ['one line', 'x'.repeat(100_000)],
    ['emoji on one line', '\u{1f600}'.repeat(50_000)],
    ['JSON on one line', JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index))],
    ['lines', `${'word '.repeat(20)}\n`.repeat(2_000)],
  ])('loses nothing of %s', (_, text) => {
    const chunks = textChunks(text);
    expect(chunks.join('')).toBe(text);
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(8_000);
      expect(chunk).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  it('ends a chunk with a line', () => {
    for (const chunk of textChunks('line of text\n'.repeat(5_000))) expect(chunk.endsWith('\n')).toBe(true);
  });
});
