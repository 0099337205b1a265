/** What the function is given. */
export interface FunctionRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly secret: string;
  /** Unix time in seconds. */
  readonly now: number;
}

export type FunctionResult =
  | { readonly kind: 'status'; readonly status: number }
  /** It threw, cannot be read, or returned something else. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'silent' };

/** What the worker says is the reader's own code's word: anything may be in it. */
export function resultOf(message: unknown): FunctionResult {
  const { status, failed, line } = (message ?? {}) as { status?: unknown; failed?: unknown; line?: unknown };
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599)
    return { kind: 'status', status };
  const place = typeof line === 'number' && line > 0 ? ` (line ${line})` : '';
  const reason = typeof failed === 'string' ? failed.slice(0, 500) : 'It told nothing that can be read.';
  return { kind: 'failed', message: `${reason}${place}` };
}
