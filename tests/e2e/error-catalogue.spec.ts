import { execFileSync } from 'node:child_process';
import { expect, test } from './fixtures.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}`;

test('each command of the error catalogue brings about the error it stands at', async ({ page }) => {
  await page.goto('/errors/');
  const entries = await page.locator('.entry').evaluateAll((articles) =>
    articles.map((article) => ({
      code: article.querySelector('h3')?.id ?? '',
      command: article.querySelector('pre')?.textContent ?? '',
    })),
  );
  const withCommand = entries.filter(({ command }) => command !== '');
  expect(withCommand.length).toBeGreaterThanOrEqual(18);
  for (const { code, command } of withCommand) {
    const local = command.replaceAll('http://127.0.0.1:4010', mock);
    expect(local, code).not.toBe(command);
    // What a record is like depends on what was sent before: some errors want a second try.
    const answers = [1, 2].map(() => execFileSync('bash', ['-c', `${local} --silent`], { encoding: 'utf8' }));
    expect(
      answers.some((answer) => answer.includes(`"code":"${code}"`)),
      `${code}: ${answers[1]}`,
    ).toBe(true);
  }
});
