import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { headersFile, joinedHeaders, parseHeadersFile } from './headers-file.ts';
import { InlineScripts, inlineScripts } from './inline-scripts.ts';
import { withPolicy } from './reference-policy.ts';
import { siteHeaders } from './security-headers.ts';

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

describe('inline scripts of many pages', () => {
  const pageOf = (...parts: string[]): string => `<!doctype html><html><body>${parts.join('\n')}</body></html>`;
  const shared = '<script type="module">\n if (a < b) x()\n</script>';

  test('are those of each page, read whole or not', () => {
    const inline = new InlineScripts();
    const pages = [
      pageOf(shared),
      pageOf(shared, '<script src="/a.js"></script><script type="application/ld+json">{"a": 1}</script>'),
      pageOf(shared, '<SCRIPT data-a="1 > 0">run()</SCRIPT >', '<scripts>no()</scripts>'),
      pageOf('<script>"<script>no()"</script>', '<p title="<script>">', shared),
      pageOf(shared, '<script></script>', '<script>unended()'),
      pageOf(),
    ];
    for (const page of [...pages, ...pages]) expect(inline.of(page)).toEqual(inlineScripts(page));
  });

  test('what a page only says is no script of it, unless another page has it', () => {
    const inline = new InlineScripts();
    const said = '<meta name="description" content="<script>alert(1)</script>"><!-- <script>alert(2)</script> -->';
    expect(inline.of(pageOf(said, shared))).toEqual(inlineScripts(shared));
    expect(inline.of(pageOf(said, shared))).toEqual(inlineScripts(shared));
  });
});

describe('policy', () => {
  test('scripts run from the site and by hash only', () => {
    const policy = contentSecurityPolicy({ scripts: ['abc='] });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=';");
    expect(policy).not.toMatch(/'unsafe-eval'/);
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  });

  test('in a page stands after its encoding and before all that it loads, and says nothing of frames', () => {
    const policy = contentSecurityPolicy({ scripts: ['abc='] });
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const page = '<!doctype html><html><head><meta charset="utf-8"><script>a()</script></head></html>';
    expect(withPolicy(page, policy)).toBe(page.replace('<script>', `${meta}<script>`));
    expect(withPolicy('<html><head><title>T</title></head>', policy)).toBe(
      `<html><head>${meta}<title>T</title></head>`,
    );
    expect(withPolicy('<!doctype html><title>T</title>', policy)).toBe(`<!doctype html>${meta}<title>T</title>`);
    expect(policy).not.toContain('frame-ancestors');
  });
});

describe('the headers file', () => {
  const folders = ['changelog', 'guides', 'oauth', 'reference'];
  const rules = parseHeadersFile(siteHeaders(['abc='], folders));
  const at = (path: string): Map<string, string> => joinedHeaders(rules, path);

  test('is read back as it was written', () => {
    const connections = [
      'https://api.orbinto.com',
      'https://app.orbinto.com',
      'http://localhost:*',
      'http://127.0.0.1:*',
    ];
    const policy = contentSecurityPolicy({ scripts: ['abc='], workers: ['blob:'], connections, ancestors: "'none'" });
    expect(at('/anything/').get('Content-Security-Policy')).toBe(policy);
    expect(at('/guides/webhooks.md').get('Access-Control-Allow-Origin')).toBe('*');
  });

  test('says each header of a path once, for hosts join what is said twice', () => {
    const names = ['a', 'index.html', 'b.md', 'c.xml', 'd.json', 'e.yaml', 'f.txt', 'deep/a.md', 'deep/b.json'];
    const places = ['', ...folders, '.well-known', 'postman', '_astro', 'openapi', 'llms', 'arazzo'].flatMap(
      (place) => [`/${place}`, ...names.flatMap((name) => [`/${place}/${name}`, `/${place}${name}`])],
    );
    for (const path of [...places, '/.well-known/api-catalog', '/status.json', '/llms-full.txt']) {
      const said = rules.filter(({ matches }) => matches(path)).flatMap(({ headers }) => headers.map(([name]) => name));
      expect(new Set(said).size, path).toBe(said.length);
    }
  });

  test('keeps the pages of the sign-in apart, and in touch with the page that opened them', () => {
    expect(at('/oauth/callback/').get('Referrer-Policy')).toBe('no-referrer');
    expect(at('/oauth/callback/').get('Cross-Origin-Opener-Policy')).toBe('unsafe-none');
    for (const path of ['/', '/guides/errors/', '/reference/'])
      expect(at(path).get('Cross-Origin-Opener-Policy'), path).toBe('same-origin-allow-popups');
  });

  test('has no line that a host would leave out', () => {
    const hashes = Array.from({ length: 40 }, (_, n) => String(n).padStart(44, 'x'));
    expect(() => siteHeaders(hashes, [])).toThrow(/Content-Security-Policy.* has more than 2000 characters/);
    expect(() => headersFile([['/*', { A: 'x'.repeat(1990) }]])).not.toThrow();
  });

  test('is joined as hosts do', () => {
    const twice = parseHeadersFile(
      headersFile([
        ['/*', { A: '1', B: '2' }],
        ['/a/*', { A: '3' }],
      ]),
    );
    expect([...joinedHeaders(twice, '/a/b')]).toEqual([
      ['A', '1, 3'],
      ['B', '2'],
    ]);
  });
});
