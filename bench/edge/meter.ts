/** A request with this header is answered with what its object would be billed for. */
export const METER = 'Bench-Meter';

/** Of one object, since it was made. */
export interface Metered {
  readonly rowsRead: number;
  readonly rowsWritten: number;
  /** Of its database. */
  readonly bytes: number;
}

export async function readMeter(url: string, key: string): Promise<Metered> {
  const response = await fetch(`${url}/v1/operators`, { headers: { Authorization: `Bearer ${key}`, [METER]: 'yes' } });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Metered;
}
