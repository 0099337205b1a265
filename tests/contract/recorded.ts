import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredFolder } from '../measured.ts';
import type { Send } from './contract.ts';
import type { Transport } from './transport.ts';

/** A body that is longer says nothing that a shorter one does not. */
const LONGEST_BODY = 50_000;

/**
 * A transport whose exchanges are kept, as entries of a HAR file, for the stage that asks for them; the same one where none does.
 * Of exchanges that are alike (same request line, status and code) one is kept.
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function recorded(transport: Transport): Transport {
  return measuredFolder === undefined ? transport : { ...transport, send: recording(transport.send, measuredFolder) };
}

function recording(send: Send, folder: string): Send {
  const seen = new Set<string>();
  return async (request) => {
    // Signing in is not in the OpenAPI document.
    if (!new URL(request.url).pathname.startsWith('/v1/')) return send(request);
    const asked = request.clone();
    const response = await send(request);
    const body = await response.clone().text();
    const code = /"code":"(\w+)"/.exec(body)?.[1] ?? '';
    const kind = `${request.method} ${request.url} ${response.status} ${code}`;
    if (seen.has(kind)) return response;
    seen.add(kind);
    const entry = {
      startedDateTime: new Date().toISOString(),
      request: {
        method: request.method,
        url: request.url,
        headers: listed(asked.headers),
        postData: content(asked.headers, await asked.text()),
      },
      response: {
        status: response.status,
        headers: listed(response.headers),
        content: content(response.headers, body),
      },
    };
    appendFileSync(join(folder, `exchanges-${process.pid}.ndjson`), `${JSON.stringify(entry)}\n`);
    return response;
  };
}

const listed = (headers: Headers) => [...headers].map(([name, value]) => ({ name, value }));

function content(headers: Headers, text: string): object | undefined {
  if (text === '' || text.length > LONGEST_BODY) return undefined;
  return { mimeType: headers.get('Content-Type') ?? '', text };
}
