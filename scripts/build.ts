// `npm run build`: the static site in `dist/`.
import { build } from 'astro';
import { fileURLToPath } from 'node:url';

await build({ root: fileURLToPath(new URL('..', import.meta.url)) });
