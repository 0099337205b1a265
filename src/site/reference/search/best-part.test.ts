import { describe, expect, it } from 'vitest';
import { bestPart } from './best-part.ts';
import type { Page, Part } from './best-part.ts';

const text = 'Webhooks we call your server. Delivery and retries an answer of 2xx. Verify the signature of a webhook';
const at = (...words: string[]) =>
  words.map((word) => ({ location: text.split(' ').indexOf(word), balanced_score: word === 'Webhooks' ? 50 : 1 }));
const part = (title: string, hash: string, ...words: string[]): Part => ({
  title,
  url: `/webhooks/${hash}`,
  excerpt: '',
  weighted_locations: at(...words),
});
const page = (...parts: Part[]): Page => ({
  ...part('Webhooks', ''),
  meta: { title: 'Webhooks' },
  content: text,
  sub_results: parts,
});
const top = part('Webhooks', '', 'Webhooks', 'call');
const retries = part('Delivery and retries', '#retries', 'retries');
const verify = part('Verify', '#verify', 'Verify', 'signature', 'webhook');

describe('the best part of a page', () => {
  it('is the one whose title has what the page’s title lacks, however often the page repeats its own', () => {
    expect(bestPart(page(top, retries, verify), ['webhook', 'retry'])).toBe(retries);
  });

  it('is the one that speaks of the most words', () => {
    expect(bestPart(page(top, retries, verify), ['webhook', 'signature'])).toBe(verify);
  });

  it('is the one that speaks of them in one sentence, however often another says them apart', () => {
    const said = 'A key. Some key, no idempotency. There is no idempotency key.'.split(' ');
    const place = (location: number, balanced_score: number) => ({ location, balanced_score });
    const apart = { ...part('Codes', '#codes'), weighted_locations: [place(1, 50), place(5, 50)] };
    const together = { ...part('Again', '#again'), weighted_locations: [place(9, 1), place(10, 1)] };
    const both = { ...page(apart, together), content: said.join(' ') };
    expect(bestPart(both, ['idempotency', 'key'])).toBe(together);
  });

  it('is none where the page as a whole is meant', () => {
    expect(bestPart(page(top, verify), ['webhooks'])).toBeUndefined();
    expect(bestPart(page(), ['webhooks'])).toBeUndefined();
  });
});
