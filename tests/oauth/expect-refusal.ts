import { expect } from 'vitest';

/** Expects an answer in the error format of OAuth, which nobody may keep. */
export async function expectRefusal(answer: Response, error: string, status = 400): Promise<void> {
  expect(await answer.clone().json()).toEqual({ error, error_description: expect.any(String) as string });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
}
