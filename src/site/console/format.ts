/** How figures and texts of an answer are written for a reader. */
import { tokenize } from './tokens.ts';

const reasons: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The standard name of a status. @see RFC 9110, section 15 */
export function reasonOf(status: number): string {
  return reasons[status] ?? '';
}

export type Tone = 'ok' | 'warn' | 'error';

/** Success, what is to be mended in the request, what failed on the other side. */
export function toneOf(status: number): Tone {
  if (status < 400) return 'ok';
  return status < 500 ? 'warn' : 'error';
}

export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function formatTime(milliseconds: number): string {
  if (milliseconds < 1) return '< 1 ms';
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Indents JSON and leaves each number and text as it was written. Text that is not JSON comes back unchanged. */
export function formatJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let result = '';
  let depth = 0;
  let opened = false;
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const { text: piece, kind } of tokenize(text, 'json')) {
    if (kind === 'plain') continue;
    const closes = piece === '}' || piece === ']';
    if (closes) depth -= 1;
    if (opened !== closes) result += newLine();
    opened = false;
    if (kind !== 'punctuation' || closes) result += piece;
    else if (piece === ',') result += `,${newLine()}`;
    else if (piece === ':') result += ': ';
    else {
      result += piece;
      depth += 1;
      opened = true;
    }
  }
  return result;
}

/** A description of the document without its Markdown, for a hint of one or two lines. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
