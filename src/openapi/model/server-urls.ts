import type { OpenApiDocument, Server } from '../document/openapi-document.ts';

/** Servers with their variables filled by the defaults; `/` where the document has none. */
export function serverUrls(servers: OpenApiDocument['servers']): { url: string; description: string }[] {
  const list = servers && servers.length > 0 ? servers : [{ url: '/' }];
  return list.map((server) => ({
    url: fillVariables(server).replace(/\/+$/, ''),
    description: server.description ?? '',
  }));
}

function fillVariables({ url, variables }: Server): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables?.[name]?.default ?? whole);
}
