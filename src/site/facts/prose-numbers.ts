/** Figures as prose writes them. */

const integer = new Intl.NumberFormat('en-GB');

/** 2000 → `2,000` */
export function count(value: number): string {
  return integer.format(value);
}

/** 1048576 → `1 MiB`, 1024 → `1 KiB`, 100 → `100 bytes` */
export function bytes(value: number): string {
  if (value % 2 ** 20 === 0) return `${count(value / 2 ** 20)} MiB`;
  if (value % 2 ** 10 === 0) return `${count(value / 2 ** 10)} KiB`;
  return `${count(value)} bytes`;
}

const units = [
  { seconds: 86_400, name: 'day' },
  { seconds: 3_600, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
] as const;

/** The largest unit that leaves no remainder: 3600 → `1 hour`, 600 → `10 minutes`, 90 → `90 seconds`. */
export function duration(seconds: number): string {
  const unit = unitOf(seconds);
  const value = seconds / unit.seconds;
  return `${count(value)} ${unit.name}${value === 1 ? '' : 's'}`;
}

/** Time passed, in minutes and seconds: 40 → `40 s`, 160 → `2 min 40 s`, 120 → `2 min`. */
export function elapsed(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`].filter(Boolean).join(' ');
}

function unitOf(seconds: number): (typeof units)[number] {
  return units.find((unit) => seconds >= unit.seconds && seconds % unit.seconds === 0) ?? units[3];
}
