/** An answer of `/v1` before it is a Response: a server may as well write it as it is. */
export class Answer {
  readonly status: number;
  /** Whoever sends the answer may add to them. */
  readonly headers: Record<string, string>;
  /** The body as text; null for a status without one. */
  readonly body: string | null;

  constructor(status: number, headers: Record<string, string>, body: string | null = null) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** An answer as the Fetch standard has it. */
export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}
