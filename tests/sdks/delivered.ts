/** A delivery as its receiver got it. */
export interface SentDelivery {
  body: string;
  headers: Record<string, string>;
  /** Of the webhook. */
  secret: string;
  /** When it was sent, in Unix seconds. */
  now: number;
}

interface LoggedDelivery {
  event: string;
  attempts: { request: { body: string; headers: Record<string, string> } }[];
}

/**
 * Has the mock deliver these events to a webhook that takes them all.
 * @param key of the workspace
 * @returns the first delivery of each, by the name of the event
 */
export async function deliveredBy(
  mockUrl: string,
  key: string,
  events: readonly string[],
): Promise<Record<string, SentDelivery>> {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(mockUrl + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const webhook = { url: 'https://hooks.example.com/all', events };
  const { id, secret } = (await ask('POST', '/v1/webhooks', webhook)) as { id: string; secret: string };
  for (const event of events) await ask('POST', '/_sandbox/events', { event });
  await ask('POST', '/_sandbox/clock', { advance_seconds: 5 });
  const { data } = (await ask('GET', `/_sandbox/deliveries?webhook_id=${id}&limit=100`)) as { data: LoggedDelivery[] };
  const sent = data.flatMap(({ event, attempts: [attempt] }): [string, SentDelivery][] => {
    if (!attempt) return [];
    const { body, headers } = attempt.request;
    return [[event, { body, headers, secret, now: Number(headers['webhook-timestamp']) }]];
  });
  return Object.fromEntries(sent);
}
