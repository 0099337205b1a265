const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;

/** A number of milliseconds, or a text such as `'500ms'`, `'90s'`, `'10m'`, `'2h'`, `'1d'`. */
export type Duration = number | `${number}${keyof typeof UNITS}`;

/**
 * @returns milliseconds
 * @throws TypeError for what is no duration
 */
export function millisecondsOf(duration: Duration): number {
  const [, count, unit] = DURATION.exec(String(duration)) ?? [];
  const milliseconds = unit === undefined ? duration : Number(count) * UNITS[unit as keyof typeof UNITS];
  if (typeof milliseconds === 'number' && milliseconds >= 0 && Number.isFinite(milliseconds)) return milliseconds;
  throw new TypeError(
    `'${String(duration)}' is no duration: write a number of milliseconds, or a text such as '500ms', '90s', '10m', '2h', '1d'`,
  );
}
