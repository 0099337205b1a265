import { describe, expect, it } from 'vitest';
import { formatSize, formatTime } from './measures.ts';

describe('figures', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_048_576, '1.0 MB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

  it.each([
    [0.2, '< 1 ms'],
    [12.4, '12 ms'],
    [1_250, '1.3 s'],
  ])('writes %d milliseconds as %s', (milliseconds, text) => expect(formatTime(milliseconds)).toBe(text));
});
