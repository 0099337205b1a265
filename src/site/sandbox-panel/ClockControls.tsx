import { useState } from 'preact/hooks';
import type { Clock } from './control-client.ts';
import { NumberField } from './NumberField.tsx';
import { formatTimestamp, formatDuration, standing } from './format-time.ts';
import type { ControlSandbox } from './use-panel.ts';

interface ClockControlsProps {
  clock: Clock;
  /** Milliseconds. */
  ahead: number;
  controlSandbox: ControlSandbox;
}

/** Seconds. */
const steps = [10, 60, 3600];
const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

type Unit = keyof typeof units;

/** The workspace's time: tells, moves, stops and starts it. */
export function ClockControls({ clock: { now, frozen }, ahead, controlSandbox }: ClockControlsProps) {
  const move = (body: object, said: string) => void controlSandbox<Clock>({ path: '/clock', body }, said);
  const advance = (seconds: number) => {
    move(
      { advance_seconds: seconds },
      `The clock moved on by ${formatDuration(seconds * 1000)}. What was due has run.`,
    );
  };
  return (
    <section class="ob-panel-part" aria-labelledby="panel-clock">
      <h3 id="panel-clock">Clock</h3>
      <p class="ob-panel-time">
        <time dateTime={now}>{formatTimestamp(now)}</time>
        <span class="ob-panel-muted">{standing(frozen, ahead)}</span>
      </p>
      <p class="ob-actions">
        {steps.map((seconds) => (
          <button type="button" class="ob-button" key={seconds} onClick={() => advance(seconds)}>
            +{formatDuration(seconds * 1000)}
          </button>
        ))}
        <button
          type="button"
          class="ob-button"
          onClick={() => move({ frozen: !frozen }, frozen ? 'The clock runs.' : 'The clock stands still.')}
        >
          {frozen ? 'Let it run' : 'Freeze'}
        </button>
        <button
          type="button"
          class="ob-button"
          onClick={() => move({ now: new Date().toISOString(), frozen: false }, 'The clock tells real time again.')}
        >
          Real time
        </button>
      </p>
      <CustomAdvance onAdvance={advance} />
    </section>
  );
}

function CustomAdvance({ onAdvance }: { onAdvance: (seconds: number) => void }) {
  const [amount, setAmount] = useState('1');
  const [unit, setUnit] = useState<Unit>('days');
  const submit = (event: Event) => {
    event.preventDefault();
    onAdvance(Number(amount) * units[unit]);
  };
  return (
    <form class="ob-panel-row" onSubmit={submit}>
      <NumberField
        label="Move on by"
        value={amount}
        min={0}
        max={(3660 * units.days) / units[unit]}
        step="any"
        onInput={setAmount}
      />
      <label>
        <span>Unit</span>
        <select value={unit} onChange={(event) => setUnit(event.currentTarget.value as Unit)}>
          {Object.keys(units).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button type="submit" class="ob-button">
        Move on
      </button>
    </form>
  );
}
