import type { OpenApiDocument } from '../document/openapi-document.ts';
import { methodText } from '../model/method.ts';
import type { Operation } from '../model/operations.ts';
import { listOperations } from '../model/operations.ts';
import { pairName, pathTemplate } from '../model/path-template.ts';
import { serverUrls } from '../model/server-urls.ts';

/** Finds the operation of a request. Its host does not count: a request to a mock, a proxy or a test system is one of the API, too. */
export type FindOperation = (request: { method: string; url: URL }) => Operation | undefined;

/** Knows the operations of a document by method and path template, below the paths of its servers. */
export function operationFinder(document: OpenApiDocument): FindOperation {
  const patterns = listOperations(document).map((operation) => {
    const { path, query } = pathTemplate(operation.path);
    const names = path.match(/\{[^{}]*\}/g)?.length ?? 0;
    return { operation, names, query, method: methodText(operation.method), pattern: patternOf(path) };
  });
  // What names a part of the path is meant before what takes any: `/pets/search` before `/pets/{id}`.
  patterns.sort((a, b) => b.query.length - a.query.length || a.names - b.names);
  const bases = basesOf(document);
  return ({ method, url }) => {
    const asked = method === 'HEAD' ? ['HEAD', 'GET'] : [method];
    const paths = bases.flatMap((base) =>
      isBelow(url.pathname, base) ? [url.pathname.slice(base.length) || '/'] : [],
    );
    return patterns.find(
      (one) =>
        asked.includes(one.method) &&
        one.query.every((pair) => url.searchParams.has(pairName(pair))) &&
        paths.some((path) => one.pattern.test(path)),
    )?.operation;
  };
}

/** Whether an address or a path is this one, without a slash at its end, or stands below it. */
export function isBelow(address: string, base: string): boolean {
  return address === base || address.startsWith(`${base}/`);
}

/** The paths that the API begins at, the longest first. */
export function basesOf({ servers }: Pick<OpenApiDocument, 'servers'>): string[] {
  const paths = serverUrls(servers).map(({ url }) =>
    URL.canParse(url, 'http://server') ? new URL(url, 'http://server').pathname.replace(/\/+$/, '') : '',
  );
  return [...new Set(paths)].sort((a, b) => b.length - a.length);
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}
