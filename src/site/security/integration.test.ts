import { describe, expect, test } from 'vitest';
import { inlineScripts } from './integration.ts';
import { contentSecurityPolicy, headersFile, parseHeadersFile } from './security-headers.ts';

describe('inline scripts', () => {
  test('the text is taken as it stands, entities and line breaks included', () => {
    expect(inlineScripts('<script type="module">\n if (a < b && "&amp;") x()\n</script>')).toEqual([
      '\n if (a < b && "&amp;") x()\n',
    ]);
  });

  test('files, data and text that only looks like a script are left out', () => {
    const html = `<script src="/a.js"></script><script type="application/ld+json">{}</script>
      <pre>&lt;script>no&lt;/script></pre><!-- <script>no</script> --><p title="<script>no</script>"></p>`;
    expect(inlineScripts(html)).toEqual([]);
  });

  test('an attribute with an angle bracket does not shift the text', () => {
    expect(inlineScripts('<script data-a="1 > 0">run()</script>')).toEqual(['run()']);
  });
});

describe('policy', () => {
  test('scripts run from the site and by hash only', () => {
    const policy = contentSecurityPolicy(['abc=']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=';");
    expect(policy).not.toMatch(/'unsafe-eval'/);
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  });

  test('the file is read back as it was written', () => {
    const rules = parseHeadersFile(headersFile(['abc=']));
    const [all] = rules;
    expect(all?.matches('/anything/')).toBe(true);
    expect(Object.fromEntries(all?.headers ?? [])['Content-Security-Policy']).toBe(contentSecurityPolicy(['abc=']));
    const markdown = rules.filter(({ matches }) => matches('/guides/webhooks.md'));
    expect(markdown.flatMap(({ headers }) => headers).map(([name]) => name)).toContain('Access-Control-Allow-Origin');
  });
});
