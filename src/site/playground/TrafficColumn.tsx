import { formatJson } from '../../json-text/format.ts';
import { ColouredCode } from '../ui/ColouredCode.tsx';
import { reasonOf, toneOf } from '../ui/response/status.ts';
import { linesWithEscapes } from '../ui/response/visible-text.ts';
import { CallAsCode } from './CallAsCode.tsx';
import { callLink } from './links.ts';
import type { Addresses } from './links.ts';
import type { PlaygroundState } from './playground.ts';
import { requestLine, sentenceOf, verdictOf } from './traffic.ts';
import type { CallEntry, DeliveryEntry, Entry } from './traffic.ts';
import { isVerified } from './verify-delivery.ts';

interface TrafficColumnProps {
  addresses: Addresses;
  state: PlaygroundState;
}

/** What goes over the wire: the last call as code, then all of it in words. */
export function TrafficColumn({ addresses, state: { entries, lastCall } }: TrafficColumnProps) {
  const call = lastCall?.act.kind === 'call' ? lastCall.act : undefined;
  return (
    <section class="pg-column pg-traffic" aria-labelledby="pg-traffic">
      <header>
        <h2 id="pg-traffic">API traffic</h2>
      </header>
      <CallAsCode addresses={addresses} call={call} />
      <ol class="pg-log" tabIndex={0} aria-label="Requests and deliveries, the newest first">
        {entries.map((entry) => (
          <li key={entry.key} data-kind={entry.kind}>
            {entry.kind === 'call' ? (
              <Call addresses={addresses} entry={entry} />
            ) : (
              <Delivery addresses={addresses} entry={entry} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Call({ addresses, entry }: { addresses: Addresses; entry: CallEntry }) {
  const { act, status, answer } = entry;
  const href = act.kind === 'call' ? callLink(addresses, act) : undefined;
  return (
    <details>
      <summary class="ob-unfolds">
        <span class="pg-line">
          <code>{requestLine(act)}</code> <Status status={status} />
        </span>
        <span class="pg-says">
          {act.says}
          {act.kind === 'event' && <em>{`. ${act.actor} does this.`}</em>}
        </span>
      </summary>
      <p class="pg-says">{sentenceOf(entry)}</p>
      {act.body && <Json text={JSON.stringify(act.body)} label="Body of the request" />}
      <Json text={answer} label="Body of the answer" />
      {href !== undefined && (
        <p class="pg-says">
          <a href={href}>Open it in the reference, filled in</a>
        </p>
      )}
    </details>
  );
}

function Delivery({ addresses, entry }: { addresses: Addresses; entry: DeliveryEntry }) {
  const { delivery, verdict } = entry;
  const attempt = delivery.attempts.at(-1);
  const address = addresses.events[delivery.event];
  const tone = verdict === undefined ? undefined : isVerified(verdict) ? 'ok' : 'error';
  return (
    <details>
      <summary class="ob-unfolds">
        <span class="pg-line">
          <code>{delivery.event}</code>{' '}
          {attempt?.response ? (
            <Status status={attempt.response.status} />
          ) : (
            <span class="pg-status">{delivery.status}</span>
          )}
        </span>
        <span class="pg-says" data-tone={tone}>
          {verdict ? verdictOf(verdict) : 'On its way to this page.'}
        </span>
      </summary>
      <p class="pg-says">{sentenceOf(entry)}</p>
      {attempt && (
        <>
          <pre tabIndex={0} aria-label="Headers of the delivery">
            <code>
              {Object.entries(attempt.request.headers)
                .map(([name, value]) => linesWithEscapes(`${name}: ${value}`))
                .join('\n')}
            </code>
          </pre>
          <Json text={attempt.request.body ?? ''} label="Body of the delivery" />
        </>
      )}
      {address !== undefined && (
        <p class="pg-says">
          <a href={address}>What {delivery.event} carries</a>
        </p>
      )}
    </details>
  );
}

function Status({ status }: { status: number }) {
  return (
    <span class="pg-status" data-tone={toneOf(status)}>
      {`${status} ${reasonOf(status)}`.trim()}
    </span>
  );
}

function Json({ text, label }: { text: string; label: string }) {
  return text === '' ? null : (
    <pre tabIndex={0} aria-label={label}>
      <ColouredCode text={linesWithEscapes(formatJson(text))} language="json" />
    </pre>
  );
}

/** The newest of some entries in words, for a reader who does not see the column. */
export function latestSentence(entries: readonly Entry[]): string {
  const [latest] = entries;
  return latest ? sentenceOf(latest) : '';
}
