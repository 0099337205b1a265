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
  return list.map((server) => {
    const url = fillVariables(server);
    return {
      name: server.name ?? '',
      url: url.replace(/\/+$/, ''),
      ...(url !== server.url && { template: server.url }),
      description: server.description ?? '',
    };
  });
}

function fillVariables({ url, variables }: Server): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables?.[name]?.default ?? whole);
}

/** Where a document is served is not known: a host that shows that one is missing stands for it. */
const STAND_IN = 'https://api.example.com/';

/**
 * A server's address as requests need it: a relative one is resolved against where the document is served. Variables without a value
 * stay in their braces; what begins with one, or is no address, stays as it is.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-5
 */
export function absoluteServer(server: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\{)/i.test(server)) return withAsciiHost(server);
  if (!URL.canParse(server, STAND_IN)) return server;
  return new URL(server, STAND_IN).href.replace(/\/+$/, '').replaceAll('%7B', '{').replaceAll('%7D', '}');
}

/** A host of other letters is written as DNS has it. */
function withAsciiHost(url: string): string {
  return /[^\x20-\x7e]/.test(url) && URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url;
}
