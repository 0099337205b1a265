import type { RunnableRequest } from './runnable-request.ts';

/** The requests that a block's own sandbox is sent before the one that the block shows, in their order. */
export function preparations({ before }: RunnableRequest): Request[] {
  if (!before) return [];
  const { method, path, headers, body, times } = before;
  const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]), body };
  return Array.from({ length: times }, () => new Request(new URL(path, 'http://sandbox'), init));
}
