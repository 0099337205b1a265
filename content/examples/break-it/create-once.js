const base = 'https://api.orbinto.com/v1';
const headers = {
  Authorization: `Bearer ${process.env.ORBINTO_API_KEY}`,
  'Content-Type': 'application/json',
};

/** One request and its whole answer. Throws where none comes in time, or only a part of it. */
async function send(method, path, body) {
  const init = { method, headers, signal: AbortSignal.timeout(5_000) };
  const response = await fetch(base + path, { ...init, body: body && JSON.stringify(body) });
  const retryAfter = Number(response.headers.get('Retry-After'));
  return { status: response.status, retryAfter, data: await response.json() };
}

/** Sends again until an answer settles it. Only for what may arrive twice. */
async function persist(method, path, body) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(method, path, body).catch((error) => ({ error }));
    const isSettled = answer.status < 500 && answer.status !== 429;
    if (isSettled) return answer;
    if (attempt === 6) throw answer.error ?? new Error(`Answered ${answer.status}`);
    const seconds = answer.retryAfter || 2 ** attempt / 4;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + Math.random() * 250));
  }
}

/** Creates a contact once, whatever becomes of the answers. */
export async function createOnce(contact) {
  const { status, data } = await persist('POST', '/contacts', contact);
  if (status === 201) return data;
  if (data.error.code !== 'email_taken') throw new Error(data.error.message);
  // It is there: an attempt before this one has worked, or somebody was faster.
  const found = await persist('GET', `/contacts?email=${encodeURIComponent(contact.email)}`);
  return found.data.data[0];
}
