import type { Page } from '@playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

/** The body as the JSON editor shows it. Leaves the fields in sight. */
async function bodyOf(console: ConsolePage): Promise<unknown> {
  await console.showBodyAs('JSON');
  const body: unknown = JSON.parse(await console.body.inputValue());
  await console.showBodyAs('Form');
  return body;
}

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test('fields and JSON are one body: a change of either is a change of both, and of the sample', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await expect(field(page, 'email')).toHaveValue('jane@example.com');
  await field(page, 'name').fill('Ada “Countess” Lovelace');
  await expect(console.sample).toContainText('Ada “Countess” Lovelace');
  await page.getByLabel('Name of entry 1 in custom_attributes').fill('tier');
  await page.getByRole('button', { name: 'Leave out phone' }).click();
  await expect(field(page, 'phone')).toBeFocused();
  expect(await bodyOf(console)).toEqual({
    email: 'jane@example.com',
    name: 'Ada “Countess” Lovelace',
    company: 'Acme Inc',
    custom_attributes: { tier: 'professional', signup_source: 'landing_page' },
  });
  await console.fillBody('{"email": "b@example.com",   "seats": 12345678901234567890}');
  await console.showBodyAs('Form');
  await expect(field(page, 'email')).toHaveValue('b@example.com');
  await field(page, 'email').fill('c@example.com');
  await console.showBodyAs('JSON');
  await expect(console.body).toHaveValue('{"email": "c@example.com",   "seats": 12345678901234567890}');
});

test('left out, empty and null are three things', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('updateContact');
  await page.getByText('Optional fields').click();
  await field(page, 'company').fill('x');
  await field(page, 'company').fill('');
  await page.getByRole('button', { name: 'name is null' }).click();
  expect(await bodyOf(console)).toMatchObject({ company: '', name: null });
  await page.getByRole('button', { name: 'Leave out company' }).click();
  expect(await bodyOf(console)).not.toHaveProperty('company');
});

test('JSON that does not parse is kept, and told with its place', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.fillBody('{\n  "email": }');
  await console.showBodyAs('Form');
  await expect(page.getByText('Line 2, column 12: A value is missing before “}”.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show the place in the JSON' }).click();
  await expect(console.body).toBeFocused();
  await expect(console.body).toHaveValue('{\n  "email": }');
  expect(await console.body.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(13);
});

test('lists and alternatives: items come and go by keyboard, a kind is chosen, what was filled in returns', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('createChatbot');
  await page.getByRole('button', { name: 'Add item to triggers' }).focus();
  await page.keyboard.press('Enter');
  const third = page.locator('summary', { hasText: 'triggers 3' });
  await expect(third).toBeFocused();
  await page.getByLabel('Kind of triggers 3').selectOption('Time on page');
  await field(page, 'seconds').last().fill('45');
  await page.getByLabel('Kind of triggers 3').selectOption('Keyword');
  await page.getByLabel('Kind of triggers 3').selectOption('Time on page');
  expect(await bodyOf(console)).toMatchObject({ triggers: [{}, {}, { type: 'time_on_page', seconds: 45 }] });
  await page.locator('summary', { hasText: 'triggers 1' }).click();
  await page.getByRole('button', { name: 'Remove triggers 1' }).focus();
  await page.keyboard.press('Enter');
  const { triggers } = (await bodyOf(console)) as { triggers: { type: string }[] };
  expect(triggers.map(({ type }) => type)).toEqual(['time_on_page', 'time_on_page']);
  await console.sendFor('201');
});

test('a body that breaks its schema is held back at the field, in a fold too, and sent on purpose', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('createChatbot');
  await console.fillBody({
    name: 'A',
    workflow: {
      entry_step: 'a',
      steps: [{ id: 'a', type: 'question', text: 'x', options: [{ label: 'Yes', next: '' }] }],
    },
  });
  await console.showBodyAs('Form');
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText(
    'workflow.steps[0].options[0].next: Must have at least 1 character.',
  );
  await expect(field(page, 'next')).toBeFocused();
  await expect(field(page, 'next')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await console.expectStatus('422');
  await console.showBodyAs('JSON');
  await console.send.click();
  await expect(console.body).toBeFocused();
  expect(
    await console.body.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('""');
});

test('several examples can be chosen; reset brings the first back', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('sendMessage');
  await page.getByLabel('Example', { exact: true }).selectOption('A note for the team');
  await expect(field(page, 'type')).toHaveValue('"note"');
  await page.getByLabel('id', { exact: true }).first().fill('conv_other');
  await page.getByRole('button', { name: 'Reset to example' }).click();
  await expect(field(page, 'type')).toHaveValue('"operator"');
  await expect(page.getByLabel('id', { exact: true }).first()).not.toHaveValue('conv_other');
});

test('the choice between fields and JSON is kept', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.showBodyAs('JSON');
  await console.open('updateContact');
  await expect(console.body).toBeVisible();
});
