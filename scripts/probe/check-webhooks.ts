import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbeOptions } from './arguments.ts';
import { CheckError, objectIn } from './ask.ts';
import { call } from './checks.ts';

/**
 * A real delivery: a webhook to a receiver of this process, an event, its signature. What was made is deleted again.
 * @returns how long the event took from the answer to its arrival
 */
export async function checkWebhooks(options: ProbeOptions): Promise<{ ms: number }> {
  const receiver = await openReceiver(options);
  const made: [path: string, what: string][] = [];
  try {
    const hook = objectIn(
      (await call(options, 201, ['POST', '/webhooks'], { url: receiver.url, events: ['contact.created'] })).body,
      'POST /webhooks',
    );
    made.push([`/webhooks/${String(hook['id'])}`, '/webhooks/{id}']);
    const email = `status-probe-${randomUUID()}@example.com`;
    const { body } = await call(options, 201, ['POST', '/contacts'], { email });
    const began = performance.now();
    made.push([`/contacts/${String(objectIn(body, 'POST /contacts')['id'])}`, '/contacts/{id}']);
    requireSignature(await receiver.delivery(email), String(hook['secret']));
    return { ms: performance.now() - began };
  } finally {
    // The webhook first, so that nothing is sent to a receiver that is gone. What cannot be deleted fails no check.
    for (const [path, what] of made) await call(options, 204, ['DELETE', path, what]).catch(() => undefined);
    receiver.close();
  }
}

interface Delivery {
  body: string;
  headers: IncomingHttpHeaders;
}

interface Receiver {
  url: string;
  /** The delivery that tells of this email, come or still to come. @throws {CheckError} where none comes in time */
  delivery(email: string): Promise<Delivery>;
  close(): void;
}

/** Of a body no more is kept than any event has. */
const MOST_CHARACTERS = 65_536;

async function openReceiver({ receiverUrl, receiverPort, timeoutMs }: ProbeOptions): Promise<Receiver> {
  const come: Delivery[] = [];
  let look: () => void = () => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body = (body + text).slice(0, MOST_CHARACTERS)));
    request.on('end', () => {
      response.end();
      come.push({ body, headers: request.headers });
      look();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new CheckError(`the receiver cannot listen (${code})`)),
    );
    server.listen(receiverPort, receiverUrl === undefined ? '127.0.0.1' : undefined, resolve);
  });
  return {
    url: receiverUrl ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    delivery: (email) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new CheckError(`no delivery within ${timeoutMs} ms`)), timeoutMs);
        look = () => {
          const found = come.find(({ body }) => body.includes(email));
          if (!found) return;
          clearTimeout(timer);
          resolve(found);
        };
        look();
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function requireSignature({ body, headers }: Delivery, secret: string): void {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].map(String).join('.');
  const right = createHmac('sha256', key).update(signed).digest();
  const given = String(headers['webhook-signature'] ?? '').split(' ');
  const isRight = given
    .map((text) => Buffer.from(text.replace(/^v1,/, ''), 'base64'))
    .some((bytes) => bytes.length === right.length && timingSafeEqual(bytes, right));
  if (!isRight) throw new CheckError('the signature of the delivery does not verify');
}
