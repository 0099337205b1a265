import { readForm } from './flow.ts';

/**
 * What a user's browser does with an authorization address: shows the consent page, sends its form, and ends where
 * the answer leads.
 * @returns the address that the user is sent back to
 */
export async function visit(address: URL | string, decision: 'approve' | 'deny' = 'approve'): Promise<URL> {
  const page = await fetch(address, { headers: { Accept: 'text/html' }, redirect: 'manual' });
  if (page.status !== 200) throw new Error(`No consent page, but ${page.status}: ${await page.text()}`);
  const body = new URLSearchParams({ ...readForm(await page.text()), decision });
  const answer = await fetch(new URL('/oauth/authorize', address), { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('Location') ?? '');
}
