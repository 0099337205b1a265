import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dist } from '../../scripts/paths.ts';

const folder = join(dist, 'pagefind/fragment');
const marker = 'pagefind_dcd';
const pages = readdirSync(folder).map((name) => {
  const text = gunzipSync(readFileSync(join(folder, name))).toString();
  return JSON.parse(text.slice(marker.length)) as { url: string; content: string };
});

describe('the index of the prose', () => {
  it('has every guide and every operation', () => {
    const urls = pages.map(({ url }) => url);
    expect(urls).toContain('/guides/webhooks/');
    expect(urls).toContain('/reference/contacts/create-contact/');
    expect(urls.length).toBeGreaterThan(60);
  });

  it('keeps words apart that a page shows apart', () => {
    const joined =
      /\blevel(?:read|write|admin)\b|\bcode[a-z]+_|\b[45]\d\d[A-Z]|\b(?:Cause|Fix|type)(?:[A-Z]|\d)|[a-z]example\b|_keyinvalid/;
    const wrong = pages.flatMap(({ url, content }) => {
      const found = joined.exec(content);
      return found ? `${url}: ${content.slice(Math.max(0, found.index - 20), found.index + 40)}` : [];
    });
    expect(wrong).toEqual([]);
  });
});
