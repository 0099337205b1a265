import { pathTemplate } from '../model/path-template.ts';
import { encodeFixedPath } from './percent-encoding.ts';

/** Values of a path's parameters by their names, encoded as they stand in it; `undefined` where the template leads to another path. */
export function matchPath(key: string, path: string): Map<string, string> | undefined {
  const parts = pathTemplate(key).path.split(/\{([^{}]+)\}/);
  const pattern = parts.map((part, index) => (index % 2 === 1 ? '([^/]+)' : escaped(encodeFixedPath(part)))).join('');
  const found = new RegExp(`^${pattern}$`).exec(path);
  if (!found) return undefined;
  const names = parts.filter((_, index) => index % 2 === 1);
  return new Map(names.map((name, index) => [name, found[index + 1] ?? '']));
}

/** The first of the operations whose path it is, one without parameters before one with. */
export function operationAt<Candidate extends { path: string }>(
  candidates: Candidate[],
  path: string,
): Candidate | undefined {
  const parameters = ({ path: key }: Candidate): number => key.split('{').length;
  return candidates
    .filter((candidate) => matchPath(candidate.path, path) !== undefined)
    .toSorted((a, b) => parameters(a) - parameters(b))[0];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
