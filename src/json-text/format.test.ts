import { describe, expect, it } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { formatJson } from './format.ts';

describe('formatJson', () => {
  it('indents as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
        expect(formatJson(formatJson(text))).toBe(formatJson(text));
      }),
    );
  });

  it('keeps numbers as they were written', () => {
    expect(formatJson('[12345678901234567890, 1.0, 1e400]')).toBe('[\n  12345678901234567890,\n  1.0,\n  1e400\n]');
  });

  it('leaves alone what is not JSON', () => {
    expect(formatJson('<p>{}</p>')).toBe('<p>{}</p>');
  });

  it('handles a megabyte', () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'x'.repeat(30) })));
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
  });
});
