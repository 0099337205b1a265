import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { ensureChromium } from '../scripts/browsers/ensure-chromium.ts';

/** A Chromium that reaches this machine and nothing else, so that no page waits for a third party. */
export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost'];
  return chromium.launch({ executablePath: ensureChromium(), args });
}
