import type { Locator, Page } from '@playwright/test';

/** How something is looked at. */
export interface View {
  name: string;
  look: 'light' | 'dark' | 'forced-colors' | 'print';
  /** Of the window, in CSS pixels. */
  width: number;
}

const WIDTHS = [375, 1440];

export const views: readonly View[] = [
  ...(['light', 'dark', 'forced-colors'] as const).flatMap((look) =>
    WIDTHS.map((width) => ({ name: `${look}-${width}`, look, width })),
  ),
  { name: 'print', look: 'print', width: 1440 },
];

/** What is looked at: a page, or a tool of it once it has been used. */
export interface Subject {
  name: string;
  address: string;
  /** Uses the tool. @returns what is to be seen; nothing where that is the window */
  stage?: (page: Page) => Promise<Locator | void>;
}

/** A browser that takes pictures. */
export interface Camera {
  /** Whether it can show this at all. */
  takes(subject: Subject, view: View): boolean;
  /** @returns the page from its top, or the tool, as a PNG; on paper as a PDF */
  take(subject: Subject, view: View): Promise<Buffer>;
  close(): Promise<void>;
}

/** CSS pixels of a page that are taken, from its top. */
export const TALLEST = 12_000;
export const WINDOW_HEIGHT = 900;

/** Run in a page: fetches and draws the images that are out of sight, too. */
export async function drawImages(): Promise<void> {
  const images = [...document.images];
  for (const image of images) image.loading = 'eager';
  await Promise.allSettled(images.map((image) => image.decode()));
}
