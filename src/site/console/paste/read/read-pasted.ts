import { hasCurl, readCurl } from './read-curl.ts';
import { isFetch, readFetch } from './read-fetch.ts';
import { isHar, readHar } from './read-har.ts';
import { readMultipart } from './read-multipart.ts';
import { UnreadableError } from './pasted-request.ts';
import type { PastedRequest } from './pasted-request.ts';
import type { VariableOf } from './shell-words.ts';

/** Characters of the longest text that is read: a HAR file may be long, a tab's memory is not endless. */
export const longestPaste = 30_000_000;

/**
 * The requests in a text: one of a curl command or a call of `fetch`, all of a HAR.
 * @throws UnreadableError with what is wrong, for the reader
 */
export function readPasted(text: string, variableOf?: VariableOf): PastedRequest[] {
  if (text.length > longestPaste) throw new UnreadableError('This is longer than 30 million characters.');
  if (text.trim() === '') throw new UnreadableError('There is nothing in it yet.');
  if (isHar(text)) return readHar(text).map(readMultipart);
  if (isFetch(text)) return [readMultipart(readFetch(text))];
  if (/\bInvoke-(?:WebRequest|RestMethod)\b/i.test(text) && !hasCurl(text))
    throw new UnreadableError('This is PowerShell. Copy it as cURL instead.');
  if (!hasCurl(`${text} `))
    throw new UnreadableError('This is neither a curl command, nor a call of fetch, nor a HAR.');
  return [readMultipart(readCurl(text, variableOf))];
}
