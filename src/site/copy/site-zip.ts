import { figure } from '../downloads/build-figures.ts';
import { siteCopy } from './site-copy.ts';
import type { CopyOptions } from './site-copy.ts';
import { zipOf } from './zip.ts';

/** The folder in the zip. */
export const FOLDER = 'orbinto-site';
export const ZIP = `${FOLDER}.zip`;

/** A copy of the built site as a zip. */
export async function siteZip(options: CopyOptions): Promise<Uint8Array> {
  const files = await siteCopy(options);
  // It cannot hold its own size.
  const size = figure(ZIP);
  for (const [path, content] of files) {
    if (!/\.(?:html|md|txt)$/.test(path)) continue;
    const text = new TextDecoder().decode(content);
    if (text.includes(size)) files.set(path, new TextEncoder().encode(text.replaceAll(size, '')));
  }
  return zipOf(FOLDER, files);
}
