const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
const MINUTE = 60_000;

/**
 * Reads a date and time. A leap second, which only the last minute of a month in UTC can have, is the moment at which the next minute
 * begins. What is left below a millisecond counts as half of one, so that it compares rightly with every whole millisecond.
 * @returns milliseconds since the Unix epoch; undefined for any other text
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.7
 */
export function parseDateTime(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const start = startOfDay(year, month, day);
  if (start === undefined) return undefined;
  const sign = match[8] === '-' ? 1 : -1;
  const offset = sign * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0));
  const startOfMinute = start + (hour * 60 + minute + offset) * MINUTE;
  if (second === 60 && !isLastOfMonth(startOfMinute)) return undefined;
  return startOfMinute + second * 1000 + millisecondsOf(match[7] ?? '');
}

/** Undefined for a day that the calendar does not have. Years before 100 are years, too. */
function startOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isInCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isInCalendar ? date.getTime() : undefined;
}

function isLastOfMonth(startOfMinute: number): boolean {
  const next = new Date(startOfMinute + MINUTE);
  return next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0;
}

function millisecondsOf(fraction: string): number {
  const whole = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return /[1-9]/.test(fraction.slice(3)) ? whole + 0.5 : whole;
}
