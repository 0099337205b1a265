// `npm run build`: the static site in `dist/`.
import { build } from 'astro';

await build({ root: new URL('..', import.meta.url).pathname });
