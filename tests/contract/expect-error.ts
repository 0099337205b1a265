import { expect } from 'vitest';

/** Expects an answer to be this documented error, in the API's format, with its headers and nothing of the inside. */
export async function expectError(response: Response, status: number, code: string, param?: string): Promise<void> {
  const { error } = (await response.clone().json()) as { error: { code: string; param?: string; status: number } };
  expect(error).toMatchObject({ status, code, ...(param === undefined ? {} : { param }) });
  expect(response.status).toBe(status);
  expect(response.headers.get('X-Request-Id')).toMatch(/^req_[0-9a-z]{12}$/);
  expect(response.headers.get('X-RateLimit-Limit')).toMatch(/^\d+$/);
  expect(await response.text()).not.toMatch(/<html|node_modules|\bat .*:\d+:\d+/i);
}
