import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The part of axe that is called in the page. */
interface Axe {
  run(context: { include: string[]; exclude?: string[] }, options: RunOptions): Promise<AxeResults>;
}

/** An accessibility fault: the rule that is broken and the element that breaks it. */
export interface Fault {
  readonly rule: string;
  readonly element: string;
}

interface Extent {
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** Only inside of the elements that match. */
  readonly include?: string;
  /** Not inside of the elements that match. */
  readonly exclude?: string;
  /** True: targets are of 24 pixels, too (WCAG 2.2 AA). Of a page at its top: a link that a bar half covers counts as small. */
  readonly targetSize?: boolean;
}

/**
 * Checks the page as it stands with axe; what is hidden is not checked.
 *
 * @see https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
 */
export async function accessibilityFaults(page: Page, extent: Extent = {}): Promise<Fault[]> {
  const { rules, include = 'html', exclude, targetSize = false } = extent;
  const context = { include: [include], ...(exclude !== undefined && { exclude: [exclude] }) };
  const options: RunOptions = {
    // The policy of the site forbids what axe would load; it is not needed either.
    preload: false,
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: targetSize } },
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    ([where, how]) => (globalThis as unknown as { axe: Axe }).axe.run(where, how),
    [context, options] as const,
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
