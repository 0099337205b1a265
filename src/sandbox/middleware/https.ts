/**
 * Sends a plain-HTTP request to the https address: nothing of it is executed.
 * A proxy in front tells the protocol; without one the answer is undefined.
 */
export function redirectToHttps(request: Request): Response | undefined {
  const protocol = request.headers.get('X-Forwarded-Proto')?.split(',')[0]?.trim().toLowerCase();
  if (protocol !== 'http') return undefined;
  const url = new URL(request.url);
  return new Response(null, { status: 301, headers: { Location: `https://${url.host}${url.pathname}${url.search}` } });
}
