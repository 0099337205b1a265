import { accessibilityFaults, setTheme, unfold } from './accessibility.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';
import { ControlPanel } from './panel.ts';

test(
  'the panel with everything open is accessible in both themes, on a phone too',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    const panel = new ControlPanel(page);
    await panel.open();
    await panel.emit('message.created');
    await expect(panel.deliveries).toHaveCount(1);
    await panel.unfold('Records');
    await panel.import('{');
    await expect(panel.trouble).toBeVisible();
    await unfold(page);
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of ['light', 'dark'] as const) {
        await setTheme(page, theme);
        expect(await accessibilityFaults(page), `${theme}, ${width} px`).toEqual([]);
      }
    }
    const clipped = await panel.root
      .locator(':is(input, select, textarea, button)')
      .evaluateAll((controls) => controls.filter((control) => control.getBoundingClientRect().right > 375).length);
    expect(clipped).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  },
);

test('the keyboard alone opens the drawer, works it and comes back to where it was', async ({ page }) => {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('closeConversation');
  const opener = page.getByRole('button', { name: 'Sandbox controls' });
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Sandbox', exact: true })).toBeFocused();
    await expect(panel.button('Emit')).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(panel.button('+10 s')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.said).toContainText('moved on by 10 s');
    await expect(panel.button('+10 s')).toBeFocused();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
  }
});

test('looking at the panel moves nothing on the page', async ({ page }) => {
  const panel = new ControlPanel(page);
  await watchShifts(page);
  await panel.open();
  await panel.emit('message.created');
  await expect(panel.deliveries).toHaveCount(1);
  await panel.emit('conversation.closed');
  await expect(panel.deliveries).toHaveCount(2);
  expect(await totalShift(page)).toBeLessThan(0.01);
});
