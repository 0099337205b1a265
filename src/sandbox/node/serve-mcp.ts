import type { Library } from '../mcp/library.ts';
import type { ServeMcp } from '../mcp/serve-mcp.ts';

/** Answers agents over HTTP. @param pages the file that holds the site's pages, see `openLibrary` */
export function serveMcp(pages: URL | undefined): ServeMcp {
  return async (host) => {
    const { createMcpEndpoint } = await import('../mcp/mcp-endpoint.ts');
    return createMcpEndpoint(host, await openLibrary(pages));
  };
}

/** @param pages a site's `llms-full.txt`, or the same compressed as `.br`; where there is none, operations are all there is to read */
export async function openLibrary(pages: URL | undefined): Promise<Library> {
  const { createLibrary } = await import('../mcp/library.ts');
  return createLibrary(pages && (await readPages(pages)));
}

async function readPages(file: URL): Promise<string | undefined> {
  const { readFile } = await import('node:fs/promises');
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes || !file.pathname.endsWith('.br')) return bytes?.toString('utf8');
  const { brotliDecompressSync } = await import('node:zlib');
  return brotliDecompressSync(bytes).toString('utf8');
}
