import { expect, test } from 'vitest';
import { Html, markup } from './markup.ts';

test('texts are escaped, HTML goes in as it is, lists are joined, and what is not there is nothing', () => {
  const bold = new Html('<b>1 & 2</b>');
  expect(markup`<p title="${'"<'}">${bold}${[bold, '&', [0, false]]}${false}${null}${undefined}${''}</p>`.text).toBe(
    '<p title="&quot;&lt;"><b>1 & 2</b><b>1 & 2</b>&amp;0</p>',
  );
  expect([markup`a`, markup`${1}`, markup``].map(String)).toEqual(['a', '1', '']);
});
