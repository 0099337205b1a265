/**
 * The `_headers` file of static hosts: a pattern a block, `*` standing for anything. Where several blocks match, Cloudflare joins the
 * values of a header with a comma, which means another thing for most headers; so no two blocks may say the same header of one path.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/ the format, shared with Netlify
 */

/** Cloudflare leaves out a longer line. */
const MAX_LINE = 2000;

/**
 * @param blocks Headers by pattern.
 * @throws where a line is too long for a host to read
 */
export function headersFile(blocks: readonly (readonly [string, Readonly<Record<string, string>>])[]): string {
  const lines = blocks.map(([pattern, headers]) => [
    pattern,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  const long = lines.flat().find((line) => line.length > MAX_LINE);
  if (long !== undefined) throw new Error(`_headers: ${long.slice(0, 60)}… has more than ${MAX_LINE} characters`);
  return lines.map((block) => `${block.join('\n')}\n`).join('\n');
}

/** A block of a `_headers` file. */
export interface HeaderRule {
  readonly matches: (path: string) => boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file, so that the local server sends what a static host would. */
export function parseHeadersFile(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\/)/)
    .map((block) => block.trim().split('\n'))
    .filter(([pattern]) => pattern?.startsWith('/'))
    .map(([pattern = '', ...lines]) => ({
      matches: matcher(pattern),
      headers: lines.map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
    }));
}

function matcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path);
}

/** What a host sends for a path: of one header that several blocks say, their values with commas between them. */
export function joinedHeaders(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of rules.filter(({ matches }) => matches(path)).flatMap(({ headers }) => headers)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return joined;
}
