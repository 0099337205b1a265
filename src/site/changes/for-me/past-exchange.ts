import type { Exchange } from '../../../openapi/usage/har.ts';
import type { PastCall } from '../../console/history/history.ts';
import type { PastResponse } from '../../console/history/kept-responses.ts';

/**
 * A call of the console's history as an exchange: what was filled in, and, where it is kept, what came back.
 * @param base The path that the API begins at: `/v1`
 */
export function exchangeOf(
  { method, path, call, result, code }: PastCall,
  base: string,
  response?: PastResponse,
): Exchange {
  const { values, body, mediaType = 'application/json' } = call;
  const of = (place: string): [string, string][] =>
    Object.entries(values)
      .filter(([name, text]) => name.startsWith(`${place}.`) && text !== '')
      .map(([name, text]) => [name.slice(place.length + 1), text]);
  const filled = of('path').reduce(
    (address, [name, text]) => address.replaceAll(`{${name}}`, encodeURIComponent(text)),
    path,
  );
  const url = new URL(`http://console${base}${filled.replaceAll(/[{}]/g, '')}`);
  for (const [name, text] of of('query')) url.searchParams.append(name, text);
  const kept = response?.text ?? (code === undefined ? undefined : JSON.stringify({ error: { code } }));
  return {
    method: method.toUpperCase(),
    url,
    headers: of('header'),
    mediaType,
    ...(body !== '' && { body }),
    status: Number(result) || 0,
    responseHeaders: response?.headers.map(([name, value]): [string, string] => [name, value]) ?? [],
    responseType: response?.mediaType ?? 'application/json',
    ...(kept !== undefined && { responseBody: kept }),
  };
}
