import { expect, test } from 'vitest';
import { checkFeedbackAddress, feedbackLink } from './feedback-link.ts';
import { fillIn } from './fill-in.ts';

const page = 'https://developers.orbinto.com/guides/webhooks/';

test('a mail has a subject and a body, as mail programs read them; a press fills in what is the reader’s', () => {
  const plain = feedbackLink('docs@example.com', 'abc1234');
  const link = new URL(fillIn(plain, page, 'python'));
  expect(link.protocol + link.pathname).toBe('mailto:docs@example.com');
  expect(link.search).not.toContain('+');
  const body = (about: string, language: string) =>
    `What is right, wrong or missing?\r\n\r\n\r\nPage: ${about}\r\nSamples: ${language}\r\nBuilt from: abc1234\r\n`;
  expect(Object.fromEntries(link.searchParams)).toEqual({
    subject: 'About the documentation',
    body: body(page, 'python'),
  });
  expect(new URL(plain).searchParams.get('body')).toBe(body('', ''));
});

test('an issue has a title and a body, whatever stands in the address already', () => {
  for (const [address, separator] of [
    ['https://github.com/a/b/issues/new', '?'],
    ['https://github.com/a/b/issues/new?labels=docs', '&'],
  ] as const) {
    const link = fillIn(feedbackLink(address, ''), page);
    expect(link.startsWith(`${address}${separator}title=`)).toBe(true);
    expect(new URL(link).searchParams.get('body')).toContain(`Page: ${page}\r\nSamples: curl\r\n`);
    expect(link).not.toContain('Built%20from');
  }
});

test('a page of hostile characters stays one value, and a second press changes nothing', () => {
  const hostile = 'https://developers.orbinto.com/reference/$&body=x%0d%0aBcc:y@z/Samples: ';
  const once = fillIn(feedbackLink('docs@example.com', ''), hostile, '$1&subject=x');
  const link = new URL(once);
  expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
  expect(link.searchParams.get('body')).toContain(`Page: ${hostile}\r\nSamples: $1&subject=x\r\n`);
  expect(fillIn(once, page, 'ruby')).toBe(once);
});

test.each(['docs@example.com', 'https://github.com/a/b/issues/new'])('%s can be configured', (address) => {
  expect(checkFeedbackAddress(address)).toBe(address);
});

test.each(['docs', 'http://example.com/form', 'javascript:alert(1)', 'a@b?cc=c@d', 'a@b,c@d', 'mailto:a@b'])(
  '%s cannot, and the build says so',
  (address) => {
    expect(() => checkFeedbackAddress(address)).toThrow(/^PUBLIC_FEEDBACK_ADDRESS is ".*": write a mail address/);
  },
);
