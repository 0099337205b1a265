import { unescapeStep } from '../../../../json-text/json-pointer.ts';

/** `/tags/0` → `tags[0]`, as the API names places too. */
export function readablePath(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map(unescapeStep)
    .reduce((place, step) => (/^\d+$/.test(step) ? `${place}[${step}]` : place === '' ? step : `${place}.${step}`), '');
}
