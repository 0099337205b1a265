import { join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '..');

/** Where the site is built. */
export const dist = join(root, 'dist');
