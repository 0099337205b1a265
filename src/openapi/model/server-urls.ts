import type { OpenApiDocument, Server } from '../document/openapi-document.ts';

interface ServerUrl {
  name: string;
  url: string;
  /** The address with its variables, where it has any. */
  template?: string;
  description: string;
}

/** Servers with their variables filled by the defaults; `/` where the document has none. */
export function serverUrls(servers: OpenApiDocument['servers']): ServerUrl[] {
  const list: Server[] = servers && servers.length > 0 ? servers : [{ url: '/' }];
  return list.map((server) => ({
    name: server.name ?? '',
    url: fillVariables(server).replace(/\/+$/, ''),
    ...(fillVariables(server) !== server.url && { template: server.url }),
    description: server.description ?? '',
  }));
}

function fillVariables({ url, variables }: Server): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables?.[name]?.default ?? whole);
}
