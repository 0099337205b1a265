import { unpackTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { docsetPage } from './docset-page.ts';
import { docsetArchive } from './docset.ts';
import { docsetEntries } from './entries.ts';
import { docsetFeed, infoPlist } from './info-plist.ts';
import { pageHeadings } from './page-headings.ts';

const page = `<!doctype html><html data-theme="dark"><head><meta charset="utf-8"><title>T</title><link rel="stylesheet" href="/a.css">
<link rel="preload" href="/f.woff2"><script>a()</script></head><body><header><nav>Menu</nav></header><main>
<h1 id="_top">Errors</h1><h2 id="one">One <code>x</code></h2><h3>None</h3><button>Copy</button>
<div role="tablist"><a role="tab" id="t1">curl</a><a role="tab" id="t2">Node &amp; co</a></div>
<div role="tabpanel" aria-labelledby="t1"><pre>curl</pre></div><div role="tabpanel" aria-labelledby="t2" hidden><pre>node</pre></div>
<div data-console><p>Send</p></div></main><footer>F</footer></body></html>`;

test('a page of the docset is the content alone, tabs one below the other', () => {
  const html = docsetPage(page);
  expect(html).not.toMatch(/Menu|Copy|Send|<script|preload|<footer|hidden|tablist/);
  expect(html).toContain('<html data-theme="light">');
  expect(html).toContain('<link rel="stylesheet" href="/a.css">');
  expect(html).toMatch(
    /<p><strong>curl<\/strong><\/p><pre>curl<\/pre>.*<p><strong>Node &amp; co<\/strong><\/p><pre>node<\/pre>/s,
  );
});

test('headings with an anchor are found, the title apart', () => {
  expect(pageHeadings(page)).toEqual({ title: 'Errors', headings: [{ id: 'one', text: 'One x' }] });
});

test('operations, names, codes, scopes, guides and their sections have entries, each once', () => {
  const entries = docsetEntries({
    index: {
      servers: [],
      sections: [],
      suggestions: [],
      pages: [
        ['Add a pet', '/reference/pets/add/'],
        ['pet.born', '/reference/events/pet.born/'],
      ],
      operations: [['addPet', 'post', '/pets', 0]],
      kinds: ['property', 'event', 'code'],
      names: { name: [[0, 0, 'body-name']], 'pet.born': [[1, 1, '']], not_found: [[2, 0, 'x']] },
    },
    policies: {
      errors: [{ code: 'not_found' }],
      scopes: [{ id: 'pets:read' }],
    } as unknown as Parameters<typeof docsetEntries>[0]['policies'],
    prose: [{ address: '/guides/errors/', title: 'Errors', headings: [{ id: 'one', text: 'One' }] }],
  });
  expect(entries.map(({ type, name, address }) => `${type} ${name} ${address}`)).toEqual([
    'Method addPet /reference/pets/add/',
    'Method POST /pets /reference/pets/add/',
    'Field name (Add a pet) /reference/pets/add/#body-name',
    'Event pet.born /reference/events/pet.born/',
    'Error not_found /errors/#not_found',
    'Option pets:read /scopes/#pets:read',
    'Guide Errors /guides/errors/',
    'Section One (Errors) /guides/errors/#one',
  ]);
});

test('the archive holds its files in the docset’s folder, and is the same each time', async () => {
  const files = new Map([
    [
      'Contents/Info.plist',
      new TextEncoder().encode(infoPlist({ name: 'P & Q', identifier: 'pq', site: 'https://p.example' })),
    ],
  ]);
  const archive = await docsetArchive('Pets', files);
  expect(Buffer.from(await docsetArchive('Pets', files)).equals(archive)).toBe(true);
  const [entry] = await unpackTar(gunzipSync(archive));
  expect(entry?.header.name).toBe('Pets.docset/Contents/Info.plist');
  expect(new TextDecoder().decode(entry?.data)).toContain('<key>CFBundleName</key>\n  <string>P &amp; Q</string>');
});

test('the feed names version and archive', () => {
  expect(docsetFeed('1.0.0', 'https://p.example/d.tgz?a&b')).toBe(
    '<entry>\n  <version>1.0.0</version>\n  <url>https://p.example/d.tgz?a&amp;b</url>\n</entry>\n',
  );
});
