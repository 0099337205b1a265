import type { OpenApiDocument, Server } from '../document/openapi-document.ts';

/** Servers with their variables filled by the defaults; `/` where the document has none. */
export function serverUrls(servers: OpenApiDocument['servers']): { name: string; url: string; description: string }[] {
  const list: Server[] = servers && servers.length > 0 ? servers : [{ url: '/' }];
  return list.map((server) => ({
    name: server.name ?? '',
    url: fillVariables(server).replace(/\/+$/, ''),
    description: server.description ?? '',
  }));
}

function fillVariables({ url, variables }: Server): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables?.[name]?.default ?? whole);
}
