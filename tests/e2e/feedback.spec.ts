/** The way from a page to the people who write it. */
import { feedbackLink } from '../../src/site/feedback/feedback-link.ts';
import { expect, test } from './fixtures.ts';

test('a page leads to what to send along; a configured link gets the page and the language as it is pressed', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('sample-language', 'ruby'));
  await page.goto('/guides/webhooks/?secret=1#retries');
  const foot = page.locator('.feedback');
  await expect(foot.getByRole('link')).toHaveAttribute('href', '/support/#what-to-send');
  // As a build with an address has it.
  await foot.getByRole('link').evaluate(
    (link, href) => {
      link.setAttribute('href', href);
      link.setAttribute('data-feedback', '');
      link.addEventListener('click', (event) => event.preventDefault());
    },
    feedbackLink('docs@example.com', 'abc1234'),
  );
  await foot.getByRole('link').click();
  const href = (await foot.getByRole('link').getAttribute('href')) ?? '';
  const body = new URL(href).searchParams.get('body');
  expect(body).toContain(
    `Page: ${new URL(page.url()).origin}/guides/webhooks/\r\nSamples: ruby\r\nBuilt from: abc1234`,
  );
  expect(href).not.toContain('secret');
});
