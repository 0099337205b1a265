import { expect, it } from 'vitest';
import { separateWords } from './separate-words.ts';

it.each([
  ['<dt>Cause</dt><dd>The body', '<dt>Cause</dt><dd> The body'],
  [
    '<a>API key</a><span>level<a><code>write</code></a></span>',
    '<a>API key</a><span> level<a><code> write</code></a></span>',
  ],
  ['<td>409</td>\n<td>Conflict</td>', '<td>409</td>\n<td>Conflict</td>'],
  ['<span>403</span>Forbidden', '<span>403</span> Forbidden'],
  ['the <code>id</code>, or (<b>not</b>)', 'the <code>id</code>, or (<b>not</b>)'],
  ['<code>/v1<wbr>/contacts</code>', '<code>/v1<wbr>/contacts</code>'],
  ['<pre><code><i>a</i><i>b</i></code></pre><b>c</b>d', '<pre><code><i>a</i><i>b</i></code></pre><b>c</b> d'],
  ['<p>é</p><p>ü</p>', '<p>é</p><p> ü</p>'],
])('%s becomes %s', (html, separate) => expect(separateWords(html)).toBe(separate));
