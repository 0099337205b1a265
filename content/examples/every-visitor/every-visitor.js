export async function* everyVisitor(apiKey) {
  const url = new URL('https://api.orbinto.com/v1/visitors?limit=100');
  const headers = { Authorization: `Bearer ${apiKey}` };
  let cursor;
  do {
    if (cursor) url.searchParams.set('after', cursor);
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const { data, pagination } = await response.json();
    yield* data;
    cursor = pagination.next_cursor;
  } while (cursor);
}
