/** A check that failed, told in one line. Of an answer nothing is told but its status. */
export class CheckError extends Error {}

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
}

export interface Asked extends RequestInit {
  timeoutMs: number;
}

/** @throws {CheckError} where no whole answer comes in time */
export async function ask(url: string, { timeoutMs, ...init }: Asked): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: 'manual', ...init, signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      throw new CheckError(`no answer within ${timeoutMs} ms`);
    const { cause } = error as { cause?: { code?: string } };
    throw new CheckError(`no connection${cause?.code ? ` (${cause.code})` : ''}`);
  }
}

/** @param what Told in place of the address. @throws {CheckError} where the answer has another status */
export async function expectStatus(status: number, what: string, url: string, asked: Asked): Promise<Answer> {
  const answer = await ask(url, asked);
  if (answer.status !== status) throw new CheckError(`${what} answered ${answer.status}, not ${status}`);
  return answer;
}

/** The object that an answer holds. @throws {CheckError} */
export function objectIn(body: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, as JSON of another kind is.
  }
  throw new CheckError(`${what} answered something else than an object`);
}
