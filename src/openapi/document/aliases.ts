/** Written out, a file of few YAML anchors and aliases may be longer than any memory: more values than these are refused. */
const MOST_REPEATED = 10;
const FREE_VALUES = 100_000;

/**
 * Looks at what a parsed file would be without its YAML aliases: each stands for all that its anchor holds.
 * @returns why the file is refused, or nothing
 */
export function aliasProblem(file: unknown): string | undefined {
  if (!isObject(file)) return undefined;
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const stack = [file];
  for (let node = stack.at(-1); node; node = stack.at(-1)) {
    if (sizes.has(node)) {
      stack.pop();
      continue;
    }
    const children = Object.values(node).filter(isObject);
    if (open.has(node)) {
      stack.pop();
      open.delete(node);
      sizes.set(node, 1 + Object.keys(node).length + sum(children.map((child) => sizes.get(child) ?? 0)));
      continue;
    }
    open.add(node);
    if (children.some((child) => open.has(child))) return 'a YAML alias in this file stands for what it is a part of';
    for (const child of children) if (!sizes.has(child)) stack.push(child);
  }
  const written = sum([...sizes.keys()].map((node) => 1 + Object.keys(node).length));
  const most = FREE_VALUES + MOST_REPEATED * written;
  return (sizes.get(file) ?? 0) > most
    ? `the YAML aliases of this file stand for more than ${most.toLocaleString('en')} values`
    : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
