import type { PastCall } from '../console/history/history.ts';
import { withoutSecretText } from '../../text/without-secrets.ts';

/** The last call that failed: it got an error, or no answer at all. */
export function lastFailure(calls: readonly PastCall[]): PastCall | undefined {
  return calls.find(({ result }) => !/^[123]\d\d$/.test(result));
}

const PLACES: Readonly<Record<PastCall['environment'], string>> = {
  sandbox: 'the sandbox in the page',
  mock: 'the sandbox on my machine',
  hosted: 'the hosted sandbox',
  live: 'the live API',
};

/** The text of a mail; what nobody can know but the sender is left open. */
export function mailText(call?: PastCall): string {
  const line = (label: string, text = ''): string => `${label}: ${text}`.trimEnd();
  return withoutSecretText(
    [
      line('Request id', call?.requestId),
      line('Time, with time zone', call && `${new Date(call.time).toISOString().slice(0, 19)}Z`),
      line('Method and path', call && `${call.method.toUpperCase()} ${call.path}`),
      line('Sent to', call && PLACES[call.environment]),
      line('What I sent', call && sentText(call)),
      line('What I expected'),
      line('What I got (status and body)', call && answerText(call)),
      'Happens: always / sometimes / once',
      line('Library or HTTP client, with version', call && 'the console of the documentation'),
    ].join('\n'),
  );
}

/** Parameters by name, then the body. Both were kept without secrets. */
function sentText({ call: { values, body } }: PastCall): string {
  const parameters = Object.entries(values).filter(([, value]) => value !== '');
  return [...parameters.map(([name, value]) => `\n  ${name} = ${value}`), ...(body === '' ? [] : [`\n${body}`])].join(
    '',
  );
}

function answerText({ result, code }: PastCall): string {
  return /^\d+$/.test(result) ? [result, code].filter(Boolean).join(' ') : `no answer (${result})`;
}

/** Mail programs and systems cut longer addresses. */
const LONGEST_ADDRESS = 1800;

/**
 * An address that opens the reader's mail program with a text; without a recipient, since this site publishes none.
 * @returns undefined where the text is too long for an address; it can be copied
 * @see https://www.rfc-editor.org/rfc/rfc6068
 */
export function mailAddress(text: string): string | undefined {
  const clean = withoutSecretText(text);
  const id = /^Request id: *(\S+)/m.exec(clean)?.[1];
  const subject = `Orbinto API: ${id ?? 'a request that failed'}`;
  const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(clean.replaceAll('\n', '\r\n'))}`;
  return address.length > LONGEST_ADDRESS ? undefined : address;
}
