import { chromium } from '@playwright/test';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which systems install a Chromium. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The same without windows: it opens a page in half the time, and has no permissions that a reader is asked for. */
const withoutWindows = 'chromium-headless-shell';

/** Where macOS and Windows keep theirs. */
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The first of some programs that is on the PATH. */
export function onPath(...programs: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/**
 * The Chromium to test with: the one that `CHROMIUM_PATH` names, else the system's, else the one that Playwright
 * downloaded earlier.
 *
 * @throws if `CHROMIUM_PATH` names no file.
 */
export function findChromium(): string | undefined {
  return (
    namedBy('CHROMIUM_PATH') ??
    onPath(withoutWindows, ...names) ??
    [...places, chromium.executablePath()].find((file) => existsSync(file))
  );
}

/** A Chromium that can ask its reader something; undefined where there is only one without windows. */
export function findChromiumWithWindows(): string | undefined {
  return onPath(...names) ?? places.find((file) => existsSync(file));
}

/**
 * The Firefox to test with: the one that `FIREFOX_PATH` names, else the system's.
 *
 * @throws if `FIREFOX_PATH` names no file.
 */
export function findFirefox(): string | undefined {
  return namedBy('FIREFOX_PATH') ?? onPath('firefox-esr', 'firefox');
}

/** WebKitGTK: a browser, the program that drives it, and a display without a screen. */
export interface WebKitPrograms {
  readonly browser: string;
  readonly driver: string;
  readonly display: string;
}

/** The WebKitGTK to test with; undefined where a part of it is missing. */
export function findWebKit(): WebKitPrograms | undefined {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  const [browser] = globSync('/usr/lib{,exec,/*-linux-gnu}/webkit{2gtk-4.1,2gtk-4.0,gtk-6.0}/MiniBrowser');
  return driver && display && browser ? { browser, driver, display } : undefined;
}

function namedBy(variable: string): string | undefined {
  const file = process.env[variable];
  if (file && !existsSync(file)) throw new Error(`${variable} names ${file}, which does not exist.`);
  return file || undefined;
}
