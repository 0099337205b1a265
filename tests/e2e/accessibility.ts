import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An accessibility fault: the rule that is broken and the element that breaks it. */
export interface Fault {
  readonly rule: string;
  readonly element: string;
}

/**
 * Checks the page as it stands with axe; what is hidden is not checked.
 *
 * @param rules Only these, where given.
 * @see https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<Fault[]> {
  const options: RunOptions = {
    // The policy of the site forbids what axe would load; it is not needed either.
    preload: false,
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (chosen) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(chosen),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, element: target.join(' ') })));
}

/** Opens what is folded, so that it is checked too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

export async function setTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await page.evaluate((name) => void (document.documentElement.dataset.theme = name), theme);
}
