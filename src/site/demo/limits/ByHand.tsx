import { useReducer, useRef } from 'preact/hooks';
import { plans } from '../../../sandbox/generated/policies.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { reasonOf } from '../../ui/response/status.ts';
import { HttpMessage } from '../HttpMessage.tsx';
import { openPrivate } from '../../private-sandbox.ts';
import { StepFault } from '../StepFault.tsx';
import { useStepping } from '../use-stepping.ts';
import type { Stepping } from '../use-stepping.ts';
import { Budgets } from './Budgets.tsx';
import { Caller, CALL } from './caller.ts';
import type { Answer } from './caller.ts';
import { Sending } from './sending.ts';
import type { Batch, Count } from './sending.ts';

const counts = [1, 10, 100];

/** Sends requests with a key of a plan, and moves the clock, as the reader likes. */
export function ByHand({ plan }: { plan: PlanId }) {
  const sending = useRef<Sending>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const stepping = useStepping(() => redraw(undefined));
  const { playing, fault } = stepping;
  const begin = async () => (sending.current ??= new Sending(new Caller(await openPrivate(), plan), plans[plan]));
  const { batches = [], total, last, elapsed = 0, burstLeft } = sending.current ?? {};
  return (
    <section class="ob-demo-part" aria-labelledby="limits-hand">
      <h3 id="limits-hand">Send by hand</h3>
      <p class="ob-demo-note">
        Each press sends <code>{CALL}</code>. The clock stands still meanwhile; only “Until the minute is used up” waits
        a second after each burst.
      </p>
      <SendButtons stepping={stepping} begin={begin} />
      <WaitButtons stepping={stepping} begin={begin} retryAfter={last?.retryAfter} />
      <Budgets plan={plans[plan]} last={last} burstLeft={burstLeft} elapsed={elapsed} />
      <StepFault fault={fault} />
      <p class="ob-demo-said" role="status">
        {!playing && said(total, last)}
      </p>
      <div class="ob-limits-log">
        <BatchList batches={batches} />
        {last ? <LastAnswer answer={last} /> : <p class="ob-demo-note">The headers of the last answer stand here.</p>}
      </div>
    </section>
  );
}

interface ButtonsProps {
  stepping: Stepping;
  begin: () => Promise<Sending>;
}

function SendButtons({ stepping: { playing, act, play, stop }, begin }: ButtonsProps) {
  return (
    <p class="ob-actions">
      {counts.map((count) => (
        <button
          type="button"
          class="ob-button"
          key={count}
          onClick={() => act(async () => (await begin()).send(count))}
        >
          Send {count}
        </button>
      ))}
      <button type="button" class="ob-button" onClick={() => act(async () => (await begin()).sendUntilRefused())}>
        Until refused
      </button>
      {playing ? (
        <button type="button" class="ob-button" onClick={stop}>
          Stop
        </button>
      ) : (
        <button type="button" class="ob-button" onClick={() => play(async () => (await begin()).sendASecond(), 150)}>
          Until the minute is used up
        </button>
      )}
    </p>
  );
}

function WaitButtons({ stepping: { act }, begin, retryAfter }: ButtonsProps & { retryAfter: number | undefined }) {
  const wait = (seconds: number) => act(async () => (await begin()).wait(seconds * 1000));
  return (
    <p class="ob-actions">
      <button type="button" class="ob-button" onClick={() => wait(1)}>
        Wait 1 s
      </button>
      <button type="button" class="ob-button" disabled={retryAfter === undefined} onClick={() => wait(retryAfter ?? 0)}>
        {retryAfter === undefined ? 'Wait as Retry-After says' : `Wait ${retryAfter} s, as Retry-After says`}
      </button>
      <button type="button" class="ob-button" onClick={() => wait(60)}>
        Wait a minute
      </button>
    </p>
  );
}

function said(total: Count | undefined, last: Answer | undefined): string {
  if (!total || !last) return 'Nothing was sent yet.';
  const sent = `In all: ${total.answered} answered, ${total.refused} refused.`;
  return last.message === undefined ? sent : `${sent} ${last.message}`;
}

/** What was sent, newest first: words, and a bar that says the same. */
function BatchList({ batches }: { batches: readonly Batch[] }) {
  const most = Math.max(1, ...batches.map(({ answered, refused }) => answered + refused));
  const share = (count: number) => ({ inlineSize: `${(100 * count) / most}%` });
  return (
    <ol class="ob-batches" reversed tabIndex={0} aria-label="What was sent, newest first">
      {batches.toReversed().map(({ at, answered, refused }, index) => (
        <li key={batches.length - index}>
          <span>
            {at / 1000} s: {answered} answered, {refused} refused
          </span>
          <span class="ob-bars" aria-hidden="true">
            <span class="ob-bar-answered" style={share(answered)} />
            <span class="ob-bar-refused" style={share(refused)} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function LastAnswer({ answer: { status, headers } }: { answer: Answer }) {
  return <HttpMessage label="Last answer" start={`HTTP/1.1 ${status} ${reasonOf(status)}`} headers={headers} />;
}
