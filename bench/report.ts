/** A benchmark: its parts, which run one after the other, by name. */
export type Bench = Readonly<Record<string, () => Promise<Part>>>;

/** What one part of a benchmark found. */
export interface Part {
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly method: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
}

/** A figure with what it should be. */
export interface Goal {
  readonly what: string;
  readonly reached: number;
  readonly unit: string;
  readonly bound: { readonly min: number } | { readonly max: number };
}

/** The part as Markdown. */
export function printReport({ title, method, columns, rows, goals }: Part): string {
  const table = printTable(columns, rows);
  const reached = printTable(['goal', 'to reach', 'reached', ''], goals.map(goalRow));
  return [`## ${title}`, method, table, ...(goals.length > 0 ? [reached] : [])].join('\n\n');
}

function goalRow({ what, reached, unit, bound }: Goal): string[] {
  const isMet = 'min' in bound ? reached >= bound.min : reached <= bound.max;
  const wanted = 'min' in bound ? `≥ ${bound.min}${unit}` : `≤ ${bound.max}${unit}`;
  return [what, wanted, `${figure(reached)}${unit}`, isMet ? '✓' : '✗'];
}

/** Rows below their columns as a Markdown table, its cells padded. */
export function printTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) => Math.max(column.length, 3, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

/** A number as people read it: three digits that count, thousands apart. */
export function figure(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
