/** A request as a server saw it. */
export interface RequestRecord {
  method: string;
  /** Still encoded. */
  path: string;
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The JSON in it, else the text; null where there is none. */
  body: unknown;
}

export function recordOf(method: string, target: string, headers: Record<string, string>, body: string): RequestRecord {
  const at = target.indexOf('?');
  const query = at < 0 ? '' : target.slice(at + 1);
  return {
    method,
    path: at < 0 ? target : target.slice(0, at),
    query: Object.fromEntries(new URLSearchParams(query)),
    headers,
    body: body === '' ? null : parsed(body),
  };
}

/** The first whole request in what has been received, and its length. */
export function readRequest(received: Buffer): { request: RequestRecord; length: number } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const [method = '', target = ''] = line.split(' ');
  const headers = Object.fromEntries(
    lines.map((text): [string, string] => {
      const colon = text.indexOf(':');
      return [text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim()];
    }),
  );
  const rest = received.subarray(end + 4);
  const content = headers['transfer-encoding'] === 'chunked' ? chunksOf(rest) : plainOf(rest, headers);
  if (!content) return undefined;
  return { request: recordOf(method, target, headers, content.text), length: end + 4 + content.length };
}

interface Content {
  text: string;
  length: number;
}

function plainOf(rest: Buffer, headers: Record<string, string>): Content | undefined {
  const length = Number(headers['content-length'] ?? 0);
  return rest.length < length ? undefined : { text: rest.subarray(0, length).toString(), length };
}

function chunksOf(rest: Buffer): Content | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = rest.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = parseInt(rest.subarray(at, line).toString('latin1'), 16);
    const next = line + 2 + size + 2;
    if (rest.length < next) return undefined;
    if (size === 0) return { text: Buffer.concat(parts).toString(), length: next };
    parts.push(rest.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
