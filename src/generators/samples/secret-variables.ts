/** Which environment variables hold the secrets that samples send. */
import type { BundledSecurity } from '../../openapi/bundle/bundled-operation.ts';
import type { SecurityRequirement } from '../../openapi/document/openapi-document.ts';
import { kebabCase, UniqueNames } from '../../openapi/model/naming.ts';

/**
 * Names the variable of each scheme: the given one where all samples need one and the same scheme, else one of the scheme's own.
 * @param operations All that have samples; a sample shows the first alternative.
 */
export function secretVariables(
  operations: Iterable<{ security: SecurityRequirement[] }>,
  only: string,
): (scheme: Pick<BundledSecurity, 'id' | 'type' | 'scheme'>) => string {
  const ids = new Set([...operations].flatMap(({ security: [first = {}] }) => Object.keys(first)));
  const names = new Map<string, string>();
  const taken = new UniqueNames();
  return (scheme) => {
    const { id } = scheme;
    if (ids.size < 2) return only;
    const name = names.get(id) ?? taken.take(variableOf(scheme)).replaceAll('-', '_');
    names.set(id, name);
    return name;
  };
}

/** `appId` → `APP_ID`, `user` → `USER_TOKEN`: never one that the shell itself has, such as `USER`. */
function variableOf({ id, type, scheme }: Pick<BundledSecurity, 'id' | 'type' | 'scheme'>): string {
  const words = kebabCase(id)
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = words.replace(/^(?=\d|$)/, 'API_').replace(/_$/, '');
  if (/_(?:KEY|TOKEN|SECRET|AUTH|ID|CREDENTIALS)$/.test(name)) return name;
  const kind = type === 'apiKey' ? 'KEY' : scheme === 'basic' || scheme === 'digest' ? 'CREDENTIALS' : 'TOKEN';
  return `${name}_${kind}`;
}
