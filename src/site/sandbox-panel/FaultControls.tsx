import { useEffect, useState } from 'preact/hooks';
import { FAULT_STATUSES } from '../../sandbox/control/fault-statuses.ts';
import { reasonOf } from '../ui/response/status.ts';
import type { Faults } from './control-client.ts';
import { NumberField } from './NumberField.tsx';
import { formatDuration } from './format-time.ts';
import type { ControlSandbox } from './use-panel.ts';

/** Makes the API slow, or has it answer errors. */
export function FaultControls({ faults, controlSandbox }: { faults: Faults; controlSandbox: ControlSandbox }) {
  const [latency, setLatency] = useState(String(faults.latency_ms));
  const [status, setStatus] = useState(String(faults.status ?? ''));
  const [percent, setPercent] = useState(percentOf(faults));
  useEffect(() => {
    setLatency(String(faults.latency_ms));
    setStatus(String(faults.status ?? ''));
    setPercent(percentOf(faults));
  }, [faults.latency_ms, faults.status, faults.rate]);
  const order = (body: object) =>
    void controlSandbox<Faults>({ path: '/faults', method: 'PUT', body }, (told) => `The API: ${behaviour(told)}.`);
  const submit = (event: Event) => {
    event.preventDefault();
    order({
      latency_ms: Number(latency),
      status: status === '' ? null : Number(status),
      rate: Number(percent) / 100,
    });
  };
  return (
    <details class="ob-fold">
      <summary>
        Faults of the API <span class="ob-fold-count">{behaviour(faults)}</span>
      </summary>
      <form class="ob-panel-row" onSubmit={submit}>
        <label>
          <span>Answer with</span>
          <select value={status} onChange={(event) => setStatus(event.currentTarget.value)}>
            <option value="">what it should</option>
            {FAULT_STATUSES.map((fault) => (
              <option key={fault} value={String(fault)}>
                {fault} {reasonOf(fault)}
              </option>
            ))}
          </select>
        </label>
        <NumberField label="Share, in %" value={percent} min={0} max={100} step="any" onInput={setPercent} />
        <NumberField label="Delay, in ms" value={latency} min={0} max={60_000} onInput={setLatency} />
        <button type="submit" class="ob-button">
          Set
        </button>
      </form>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => order({})}>
          Clear
        </button>
      </p>
    </details>
  );
}

function percentOf({ rate }: Faults): string {
  return String(Math.round(rate * 10_000) / 100);
}

function behaviour(faults: Faults): string {
  const { latency_ms, status, rate } = faults;
  const share = rate === 1 ? '' : ` for ${percentOf(faults)} %`;
  const parts = [
    status === null || rate === 0 ? '' : `${status} ${reasonOf(status)}${share}`,
    latency_ms === 0 ? '' : `${formatDuration(latency_ms)} late`,
  ];
  return parts.filter((part) => part !== '').join(', ') || 'none';
}
