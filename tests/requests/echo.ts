import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isJson } from '../../src/openapi/document/media-types.ts';
import { canonicalJson } from '../json-text.ts';
import type { Expected } from './expected.ts';

/** A server that keeps what it was sent, by who sent it and which case it was. */
export class Echo {
  readonly #received = new Map<string, Expected>();
  readonly #answer: string;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [, place = '', target = ''] = /^(\/[^/]*\/[^/?]*)(.*)$/.exec(request.url ?? '') ?? [];
      const { method = '', headers } = request;
      this.#received.set(place, told({ method, target, headers, body: Buffer.concat(chunks).toString() }));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(this.#answer);
    });
  });

  /** @param answer JSON that each request is answered with */
  constructor(answer = '{"ok":true}') {
    this.#answer = answer;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  /** The base of the addresses of one case. */
  base(client: string, name: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${client}/${name}`;
  }

  /** What a client sent for each case. */
  of(client: string): Record<string, Expected> {
    const own = [...this.#received].filter(([place]) => place.startsWith(`/${client}/`));
    return Object.fromEntries(own.map(([place, received]) => [place.slice(client.length + 2), received]));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

interface Received {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What counts of a request: not the white space of JSON, nor where a multipart body is cut. */
function told({ method, target, headers, body }: Received): Expected {
  const type = headers['content-type'] ?? '';
  const told = Object.entries(headers).filter(([name]) => /^x-|^(?:authorization|cookie|content-type)$/.test(name));
  const kept = told.map(([name, value]) => [name, String(value).replace(/; *boundary=.*/, '')]);
  return {
    method,
    target,
    ...(kept.length > 0 && { headers: Object.fromEntries(kept) as Record<string, string> }),
    ...(body !== '' && { body: bodyOf(type, body) }),
  };
}

function bodyOf(type: string, body: string): string | string[] {
  if (isJson(type)) return canonicalJson(body);
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  return boundary === undefined ? body : partsOf(body, boundary);
}

function partsOf(body: string, boundary: string): string[] {
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const end = part.indexOf('\r\n\r\n');
      // RFC 7578 writes a quote as `\"`, browsers as `%22`.
      const head = part.slice(0, end).replaceAll('\\"', '%22');
      const name = /[; ]name="([^"]*)"/.exec(head)?.[1];
      const file = /filename="([^"]*)"/.exec(head)?.[1];
      const type = /^content-type: *(.*)$/im.exec(head)?.[1];
      const further = head.match(/^x-.*$/gim) ?? [];
      const told = [
        `name=${name}`,
        file === undefined ? '' : `filename=${file.replaceAll('%22', '"')}`,
        type ?? '',
        ...further,
      ]
        .filter(Boolean)
        .join(' ');
      return `${told}\n\n${part.slice(end + 4, -2)}`;
    });
}
