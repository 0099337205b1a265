import { ConsolePage } from './console-page.ts';
import { openConsole, response, send } from './console.ts';
import { expect, test, watch } from './fixtures.ts';

test('what was created is there after a reload and on other pages', async ({ page }) => {
  await openConsole(page, 'contacts/create-contact');
  await send(page, 201);
  await page.reload();
  await openConsole(page, 'contacts/list-contacts');
  await send(page, 200);
  await expect(response(page)).toContainText('jane@example.com');
});

test('two tabs are one sandbox', async ({ page, context }) => {
  const other = await context.newPage();
  const faults = await watch(other);
  await openConsole(other, 'contacts/create-contact');
  await openConsole(page, 'contacts/create-contact');
  await send(page, 201);
  await send(other, 409);
  await expect(response(other)).toContainText('email_taken');
  expect(faults.list).toEqual([]);
});

test('script in a stored string is shown as text', async ({ page }) => {
  const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>\u202e "' \\u0000`;
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => expect(dialog.message()).toBe('no dialog')));
  await openConsole(page, 'contacts/create-contact');
  await new ConsolePage(page).fillBody({ email: 'mallory@example.com', name: hostile });
  await send(page, 201);
  await openConsole(page, 'contacts/list-contacts');
  await send(page, 200);
  await expect(response(page)).toContainText(`document.title='owned'`);
  await expect(response(page).locator('img, script')).toHaveCount(0);
  await expect(page).not.toHaveTitle('owned');
});
