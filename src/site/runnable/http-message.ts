import type { RunnableRequest } from './runnable-request.ts';

/** A request as authors of guides write it. */
export interface HttpMessage {
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body?: string;
}

/** What is wrong with a block, and in which of its lines, counted from 1. */
export class BlockError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Reads a request: its first line, its headers and, after an empty line, its body.
 * @throws BlockError
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-message-format
 */
export function parseHttpMessage(text: string): HttpMessage {
  const lines = text.trimEnd().split('\n');
  const [, method = '', target = ''] = /^(\S+) (\S+)(?: HTTP\/1\.1)?$/.exec(lines[0] ?? '') ?? [];
  if (!methods.includes(method)) {
    throw new BlockError(1, `begins with a line such as “GET /v1/contacts”, its method one of ${methods.join(', ')}`);
  }
  if (!target.startsWith('/')) throw new BlockError(1, `names a path that begins with “/”, not “${target}”`);
  const blank = lines.findIndex((line) => line.trim() === '');
  const end = blank === -1 ? lines.length : blank;
  const headers = lines.slice(1, end).map((line, index) => header(line, index + 2));
  if (blank === -1) return { method, target, headers };
  return { method, target, headers, body: lines.slice(blank + 1).join('\n') };
}

function header(line: string, number: number): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
  if (name === undefined || value === undefined) {
    throw new BlockError(number, `has a header without “name: value”: ${line}`);
  }
  return [name, value];
}

/** A request as `parseHttpMessage` reads it. */
export function printHttpMessage({ method, target, headers, body }: PrintableMessage): string {
  const head = [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return body === undefined ? head : `${head}\n\n${body}`;
}

type PrintableMessage = Pick<RunnableRequest, 'method' | 'target' | 'headers' | 'body'>;
