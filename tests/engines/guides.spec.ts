import { globSync } from 'node:fs';
import { dist } from '../../scripts/paths.ts';
import type { RunnableRequest } from '../../src/site/runnable/runnable-request.ts';
import { expect, test } from './fixtures.ts';
import { button, choose, read, see } from './reader.ts';
import { until } from './tab.ts';

const guides = globSync('guides/*/index.html', { cwd: dist }).map((file) => `/${file.replace('index.html', '')}`);

for (const guide of guides.sort()) {
  test(`every runnable block of ${guide} gives its documented answer`, { tag: '@chromium' }, async ({ tab }) => {
    await tab.goto(guide);
    const blocks = await tab.run(
      () =>
        [...document.querySelectorAll<HTMLElement>('[data-runnable]')].map((block) => block.dataset['runnable'] ?? ''),
      undefined,
    );
    expect(blocks.length).toBeGreaterThan(0);
    for (const [index, block] of blocks.entries()) {
      await tab.run((one: number) => {
        const run = [...document.querySelectorAll('[data-runnable]')][one]?.querySelector('button');
        run?.scrollIntoView({ block: 'center' });
        run?.click();
      }, index);
      const status = await until('an answer', () =>
        tab.run((one: number) => {
          const answer = document.querySelectorAll('[data-runnable]')[one]?.querySelector('[data-status]');
          return answer instanceof HTMLElement ? answer.dataset['status'] : undefined;
        }, index),
      );
      const expected = (JSON.parse(block) as RunnableRequest).status;
      expect(status).toBe(expected === 0 ? 'failure' : String(expected));
    }
  });
}

test('the control panel emits an event, and its delivery is shown', async ({ tab }) => {
  await tab.goto('/guides/sandbox/');
  await tab.click(button('Open the control panel'));
  await see(tab, button('Emit'));
  await choose(tab, { role: 'combobox', name: 'Event' }, 'message.created');
  await tab.click(button('Emit'));
  const delivery = (): Promise<string | undefined> =>
    tab.run(() => document.querySelector<HTMLElement>('[data-delivery]')?.dataset['status'], undefined);
  await expect.poll(delivery).toBe('delivered');
  await tab.click(button('+1 h'));
  await read(tab, { role: 'main' }, 'moved on by 1 h');
});
