import { afterEach, expect, test } from 'vitest';
import { linkTo, siteIs } from './links.ts';

afterEach(() => siteIs(undefined));

test.each([
  ['https://docs.example.com/guides/', '/guides/'],
  ['https://docs.example.com/', '/'],
  ['https://docs.example.com.evil.example/guides/', 'https://docs.example.com.evil.example/guides/'],
  ['https://other.example.com/guides/', 'https://other.example.com/guides/'],
])('a link to %s leads to %s from a page of docs.example.com', (url, href) => {
  for (const site of ['https://docs.example.com', 'https://docs.example.com/']) {
    siteIs(site);
    expect(linkTo(url, 'there').text).toBe(`<a href="${href}">there</a>`);
  }
});

test('a link keeps its host where nobody knows the site’s', () => {
  expect(linkTo('https://docs.example.com/guides/', 'there').text).toContain('"https://docs.example.com/guides/"');
});

test.each(['javascript:alert(1)', 'data:text/html,x', ' JavaScript:x', ''])('%j leads nowhere', (url) => {
  expect(linkTo(url, '<b>').text).toBe('&lt;b&gt;');
});
