import { APIError, OrbintoError } from '../src/orbinto.ts';

/** An error as the protocol tells it. @param inspect tells all that people see of it */
export function toldOf(error: unknown, inspect: (error: Error) => string): object {
  if (!(error instanceof Error)) return { class: typeof error, message: String(error) };
  if (error.name === 'AbortError') return { class: 'CancelledError', message: error.message };
  const told = { class: error.name, message: error.message, text: inspect(error) };
  if (!(error instanceof OrbintoError)) return told;
  const classes = classesOf(error);
  if (!(error instanceof APIError)) return { ...told, classes, status: (error as { status?: number }).status };
  const { status, code, param, requestId, docUrl, headers, rateLimit, retryAfter } = error;
  return {
    ...told,
    ...{ classes, status, code, param },
    request_id: requestId,
    doc_url: docUrl,
    headers: Object.fromEntries(headers),
    rate_limit: rateLimit,
    retry_after: retryAfter,
  };
}

function classesOf(error: OrbintoError): string[] {
  const names: string[] = [];
  for (let at: unknown = Object.getPrototypeOf(error); at !== Error.prototype; at = Object.getPrototypeOf(at))
    names.push((at as Error).constructor.name);
  return names;
}
