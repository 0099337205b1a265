import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';

/** The address of the sandbox on the reader's machine, as the document names it, without a trailing slash. */
export function localServer({ servers }: Pick<OpenApiDocument, 'servers'>): string {
  const url = servers?.find((server) => server.url.startsWith('http://'))?.url;
  if (url === undefined) throw new Error('The document names no server on the local machine.');
  return url.replace(/\/$/, '');
}
