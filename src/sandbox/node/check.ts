import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { CONTROL_BASE } from '../http/target.ts';
import { MockError } from './mock-error.ts';
import { urlOf } from './mock.ts';

/** See `http-server.ts`: `fetch` takes longer to load than the question takes. */
const { request } = process.getBuiltinModule('node:http');

/** Milliseconds that an answer may take. */
const PATIENCE = 3000;

/** Who asks: the control interface never counts a request against a limit, and ordered faults are not for it. */
const KEY = 'sk_test_read';

/**
 * Asks a sandbox on this machine whether it answers: the health check of its container.
 * @param host what it listens on; every interface is asked for at a loopback address
 * @throws MockError in one line, when nothing answers in time or what does is no sandbox
 */
export async function checkMock(host: string, port: number, patience = PATIENCE): Promise<void> {
  const url = urlOf(host, port);
  const signal = AbortSignal.timeout(patience);
  const answer = await ask(`${url}${CONTROL_BASE}/clock`, signal).catch((error: NodeJS.ErrnoException) => {
    const reason = signal.aborted ? 'what listens there gives no answer' : whyNot(error);
    throw new MockError(`No sandbox answers on ${url}: ${reason}`);
  });
  if (!isClock(answer)) throw new MockError(`What answers on ${url} is no sandbox: another program has the port`);
}

async function ask(url: string, signal: AbortSignal): Promise<string> {
  const sent = request(url, { headers: { Authorization: `Bearer ${KEY}` }, agent: false, signal }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return text(response);
}

/** True for what a workspace tells of its clock. */
function isClock(answer: string): boolean {
  try {
    return typeof (JSON.parse(answer) as { frozen?: unknown }).frozen === 'boolean';
  } catch {
    return false;
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  return code === 'ECONNREFUSED' ? 'nothing listens there' : message;
}
