/** Tools, used until there is something to be seen of them. Each gives what is to be looked at; nothing where it is what the window shows. */
import type { Locator, Page } from '@playwright/test';

export async function playPlayground(page: Page): Promise<Locator> {
  const write = async (field: string, text: string) => {
    await page.getByRole('textbox', { name: field }).fill(text);
    await page.getByRole('textbox', { name: field }).press('Enter');
    const chat = page.getByRole('list', { name: 'Chat of the visitor', includeHidden: true });
    await chat.getByText(text).waitFor({ state: 'attached' });
  };
  const show = async (name: string) => {
    const tab = page.getByRole('button', { name, exact: true });
    // On a phone one of the three is seen at a time.
    if (await tab.isVisible()) await tab.click();
  };
  await write('Message of the visitor', 'Hi! Does the desk lamp come in green?');
  await show('Operator');
  await write('Reply of the operator', 'It does, and it is in stock.');
  await show('API traffic');
  await page.getByText('3 of 12 events').or(page.getByText('2 of 12 events')).first().waitFor();
  await page
    .getByRole('list', { name: /^Requests/ })
    .getByText('Both signatures verify.', { exact: true })
    .nth(2)
    .waitFor();
  return page.locator('.pg');
}

/** Opens the console of an operation and sends what it has filled in. @returns the answer */
export async function sendRequest(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const response = page.getByRole('region', { name: 'Response' }).and(page.locator('[data-status]'));
  await response.waitFor();
  return response;
}

export async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open the control panel' }).click();
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.locator('summary', { hasText: 'Receiver' }).click();
  await page.getByRole('button', { name: 'Fail with 500' }).click();
  await page.locator('summary', { hasText: 'Receiver' }).click();
  await page.getByRole('button', { name: 'Emit' }).click();
  await page.getByRole('button', { name: '+1 h' }).click();
  const log = page.getByRole('region', { name: 'Deliveries' });
  await log.locator('[data-delivery] > summary').first().click();
  await log.getByText('Attempt 6').waitFor();
  return page.locator('.sandbox-panel');
}

export async function runMachine(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Start the time machine' }).click();
  const machine = page.locator('.ob-machine');
  await machine.locator('[data-tone="error"] button').first().waitFor();
  await machine.getByRole('slider').press('End');
  await machine.locator('.ob-arrivals li').nth(5).waitFor();
  await machine.getByRole('button', { name: 'Change one byte' }).click();
  return machine;
}

export async function askDoctor(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open the doctor' }).click();
  await page.getByLabel('Show me an example').selectOption('JSON inside of JSON');
  await page.locator('.ob-fix').waitFor();
  return page.locator('.ob-webhook-tool');
}

const demo = (page: Page, name: string): Locator => page.locator(`[data-demo="${name}"]`);

/** Opens a tool of a guide. */
async function openDemo(page: Page, name: string): Promise<Locator> {
  const place = demo(page, name);
  await place.getByRole('button').first().click();
  await place.locator('.ob-demo').waitFor();
  return place;
}

async function press(place: Locator, ...names: string[]): Promise<void> {
  for (const name of names) await place.getByRole('button', { name, exact: true }).click();
}

export async function spendLimits(page: Page): Promise<Locator> {
  const place = await openDemo(page, 'limits');
  await press(place, 'Send 1', 'Until refused', 'Run both');
  await place.getByText('Both have their 90 answers').waitFor();
  return place;
}

export async function turnPages(page: Page): Promise<Locator> {
  const place = await openDemo(page, 'paging');
  await press(place, 'Next request', 'Delete Ben', 'Next request', 'Next request');
  await place.getByText('Dan never came').first().waitFor();
  return place;
}

export async function signInByStep(page: Page): Promise<Locator> {
  const place = await openDemo(page, 'sign-in');
  await place.getByRole('combobox', { name: 'Break' }).selectOption('The code is used twice');
  for (let step = 0; step < 9; step += 1) await press(place, 'Next step');
  await place.locator('[data-outcome="refused"]').first().waitFor();
  return place;
}

export async function stepWorkflow(page: Page): Promise<Locator> {
  const place = await openDemo(page, 'workflows');
  await place.getByRole('combobox', { name: 'Workflow' }).selectOption('Life cycle of a contact');
  await press(place, 'Send this step', 'Send this step');
  return place;
}

export async function pasteRequest(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Paste a request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a request' });
  await dialog
    .getByLabel('Request')
    .fill(
      `curl 'https://api.orbinto.com/v1/contacts?debug=1' -k -H 'X-Odd: 1' -H 'Content-Type: application/json' -d '{"email":"a@example.com"}'`,
    );
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('is filled in').waitFor();
  return dialog;
}

export async function openHistory(page: Page): Promise<Locator> {
  await sendRequest(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('[data-status="409"]').waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  const dialog = page.getByRole('dialog', { name: 'History' });
  await dialog.waitFor();
  return dialog;
}

export async function openStrip(page: Page): Promise<void> {
  await sendRequest(page);
  await page.goto(new URL('/guides/pagination/', page.url()).href);
  await page
    .getByRole('complementary', { name: 'Your sandbox' })
    .getByRole('button', { name: /^Your sandbox/ })
    .click();
  await page.locator('.ob-strip-details').waitFor();
}

export async function searchSite(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('rotate a webhook secret');
  await page.getByRole('option').first().waitFor();
}

export async function emitEvent(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Emit / }).click();
  await page.locator('.ob-webhook-tool').getByText('was delivered').first().waitFor();
  return page.locator('.ob-webhook-tool');
}
