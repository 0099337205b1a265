import type { Beginning } from './tab-recorder.ts';

/** Asks the control interface of a workspace. */
type Ask = (path: string) => Promise<Response>;

/**
 * What brings a workspace with nothing changed to where this one stands: its records, its failures, its receiver and its clock. Deliveries
 * of the past are not among it.
 */
export async function beginningOf(ask: Ask): Promise<Beginning> {
  const [state, clock, faults, receiver] = await Promise.all(
    ['/state', '/clock', '/faults', '/receiver'].map((path) => read(ask, path)),
  );
  const { now, frozen } = clock as { now: string; frozen: boolean };
  const put = (path: string, body: unknown) => ({
    method: 'PUT',
    path: `/_sandbox${path}`,
    body: JSON.stringify(body),
  });
  const stopped = { method: 'POST', path: '/_sandbox/clock', body: JSON.stringify({ now, frozen: true }) };
  return {
    now: Date.parse(now),
    requests: [
      ...(frozen ? [stopped] : []),
      put('/state', state),
      put('/receiver', receiver),
      put('/faults', ordered(faults as Faults)),
    ],
  };
}

type Faults = Readonly<Record<string, unknown>>;

/** Failures as they are ordered: a recipe goes without a status and a rate. */
function ordered({ latency_ms, status, rate, recipe, count }: Faults): object {
  return recipe === undefined ? { latency_ms, status, rate } : { latency_ms, recipe, count };
}

async function read(ask: Ask, path: string): Promise<unknown> {
  const response = await ask(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
