import type { Random } from '../../src/sandbox/random.ts';

/** Texts that programs trip over. */
export const HOSTILE: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '🦊',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '<script>',
  '../../etc/passwd',
  '%00',
  '{{7*7}}',
  'null',
  '1e999',
  'x'.repeat(300),
];

const WRONG: readonly unknown[] = [null, true, 0, -1, 1.5, 1e300, '', [], {}, [[]], { a: 1 }, ...HOSTILE];

/** A value of the wrong kind, or one nobody expects. */
export function wrongValue(random: Random): unknown {
  return random.chance(0.02) ? nested(random.between(50, 400)) : random.pick(WRONG);
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** The value with a few of its members changed, dropped, repeated or added. */
export function mutate(value: unknown, random: Random): unknown {
  if (random.chance(0.1)) return wrongValue(random);
  if (Array.isArray(value)) return mutateList(value, random);
  if (typeof value === 'object' && value !== null) return mutateObject(value, random);
  return random.chance(0.3) ? wrongValue(random) : value;
}

function mutateList(list: readonly unknown[], random: Random): unknown[] {
  const kept = list.filter(() => random.chance(0.9)).map((item) => (random.chance(0.5) ? mutate(item, random) : item));
  if (random.chance(0.1)) kept.push(...list);
  if (random.chance(0.1)) kept.push(wrongValue(random));
  return kept;
}

function mutateObject(object: object, random: Random): object {
  const entries = Object.entries(object)
    .filter(() => random.chance(0.9))
    .map(([name, member]) => [name, random.chance(0.4) ? mutate(member, random) : member] as [string, unknown]);
  if (random.chance(0.15)) entries.push([random.pick(HOSTILE), wrongValue(random)]);
  return Object.fromEntries(entries);
}
