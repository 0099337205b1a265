import { useReducer, useRef } from 'preact/hooks';
import { plans } from '../../../sandbox/generated/policies.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { Lane, Lanes } from '../Lanes.tsx';
import { openPrivate } from '../../private-sandbox.ts';
import { StepFault } from '../StepFault.tsx';
import { useStepping } from '../use-stepping.ts';
import { Caller } from './caller.ts';
import { Loop, paceOf, wantedOf } from './loop.ts';
import { LoopPicture } from './LoopPicture.tsx';

interface Race {
  readonly naive: Loop;
  readonly patient: Loop;
  /** Seconds that have passed in both. */
  seconds: number;
}

/** Two programs that want the same: one asks again at once, one waits as `Retry-After` says. Each has a sandbox and a clock of its own. */
export function TwoLoops({ plan }: { plan: PlanId }) {
  const race = useRef<Race>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { playing, fault, play, stop } = useStepping(() => redraw(undefined));
  const loop = async (obeys: boolean) =>
    new Loop({ caller: new Caller(await openPrivate(), plan), plan: plans[plan], obeys });
  const step = async () => {
    race.current ??= { naive: await loop(false), patient: await loop(true), seconds: 0 };
    race.current.seconds += 1;
    const { naive, patient, seconds } = race.current;
    await Promise.all([naive.runUntil(seconds * 1000), patient.runUntil(seconds * 1000)]);
    return naive.doneAt === undefined || patient.doneAt === undefined;
  };
  const start = () => {
    if (isOver(race.current)) race.current = undefined;
    play(step, 16);
  };
  const { naive, patient, seconds = 0 } = race.current ?? {};
  const most = Math.max(1, ...[naive, patient].flatMap((one) => one?.seconds.map(sentIn) ?? []));
  return (
    <section class="ob-demo-part" aria-labelledby="limits-loops">
      <h3 id="limits-loops">Two loops</h3>
      <p class="ob-demo-note">
        Both want {wantedOf(plans[plan])} answers, and send the next request {paceOf(plans[plan])} ms after the last.
        When refused, the naive one just goes on.
      </p>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={playing ? stop : start}>
          {playing ? 'Stop' : startName(race.current)}
        </button>
      </p>
      <StepFault fault={fault} />
      <Lanes>
        <Lane id="loop-naive" title="Asks again at once">
          <LoopPicture loop={naive} seconds={seconds} most={most} />
        </Lane>
        <Lane id="loop-patient" title="Waits as Retry-After says">
          <LoopPicture loop={patient} seconds={seconds} most={most} />
        </Lane>
      </Lanes>
      <p class="ob-demo-said" role="status">
        {!playing && naive && patient && verdict(naive, patient)}
      </p>
    </section>
  );
}

const sentIn = ({ answered, refused }: { answered: number; refused: number }): number => answered + refused;

function isOver(race: Race | undefined): boolean {
  return race?.naive.doneAt !== undefined && race.patient.doneAt !== undefined;
}

function startName(race: Race | undefined): string {
  if (!race) return 'Run both';
  return isOver(race) ? 'Run both again' : 'Go on';
}

function verdict(naive: Loop, patient: Loop): string {
  if (naive.doneAt === undefined || patient.doneAt === undefined) return 'Stopped.';
  const gained = (patient.doneAt - naive.doneAt) / 1000;
  const times = Math.round(naive.refused / Math.max(1, patient.refused));
  const won = gained > 0 ? `saved ${gained.toFixed(1)} s` : 'saved no time';
  return `Both have their ${naive.wanted} answers. Asking again at once ${won}, and was refused ${naive.refused} times, ${times} times as often.`;
}
