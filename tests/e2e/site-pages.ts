import { globSync } from 'node:fs';
import { dist } from '../../scripts/paths.ts';

/** The address of every page in the build, e.g. `/`, `/guides/webhooks/`, sorted; the 404 page is `/404.html`. */
export const sitePages: readonly string[] = globSync('**/*.html', { cwd: dist })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();
