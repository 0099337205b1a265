/** The address part of a key of `paths`. Some documents tell operations apart by a query or fragment in it. */

export interface PathTemplate {
  /** `/pets/{id}`, without query and fragment. */
  path: string;
  /** Fixed pairs of the query: `type=dog`, `id={id}`. */
  query: string[];
}

/** What of a key is sent: a fragment never is. */
export function pathTemplate(key: string): PathTemplate {
  const [address = ''] = key.split('#');
  const [path = '', ...rest] = address.split('?');
  return { path, query: rest.join('?').split('&').filter(Boolean) };
}

/** The name of a pair of a query. */
export function pairName(pair: string): string {
  return pair.split('=')[0] ?? '';
}

/** Names in the template of a path for which there is no parameter; of webhooks and callbacks there is no template. */
export function undeclaredNames(key: string, declared: { in: string; name: string }[]): string[] {
  if (!key.startsWith('/')) return [];
  const { path, query } = pathTemplate(key);
  const isDeclared = (place: string, name: string): boolean =>
    declared.some((parameter) => parameter.in === place && parameter.name === name);
  const open = query.filter((pair) => !isDeclared('query', pairName(pair)));
  const names = [...[path, ...open].join('&').matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !isDeclared('path', name));
}
