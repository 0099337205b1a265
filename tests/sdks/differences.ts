/** Matchers in the place of a value. */
interface Matcher {
  $any?: true;
  $absent?: true;
  $match?: string;
  $length?: number;
  $between?: [number, number];
}

/**
 * What a value lacks of what is wanted, one line each. Objects may have more members than wanted, lists may not; `{$match: …}` and
 * the like stand for values that are not known beforehand.
 */
export function differences(wanted: unknown, found: unknown, at = ''): string[] {
  const place = at || 'it';
  if (isMatcher(wanted)) return matcherDifferences(wanted, found, place);
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found)) return [`${place} is no list: ${shown(found)}`];
    if (found.length !== wanted.length) return [`${place} has ${found.length} members instead of ${wanted.length}`];
    return wanted.flatMap((member, index) => differences(member, found[index], `${at}[${index}]`));
  }
  if (isObject(wanted)) {
    if (!isObject(found)) return [`${place} is no object: ${shown(found)}`];
    return Object.entries(wanted).flatMap(([name, member]) =>
      differences(member, found[name], at ? `${at}.${name}` : name),
    );
  }
  return Object.is(wanted, found) ? [] : [`${place} is ${shown(found)} instead of ${shown(wanted)}`];
}

function matcherDifferences(matcher: Matcher, found: unknown, place: string): string[] {
  const { $any, $absent, $match, $length, $between } = matcher;
  const wrong: string[] = [];
  if ($any && (found === undefined || found === null)) wrong.push(`${place} is missing`);
  if ($absent && found !== undefined && found !== null) wrong.push(`${place} is there: ${shown(found)}`);
  if ($match !== undefined && (typeof found !== 'string' || !new RegExp($match, 's').test(found)))
    wrong.push(`${place} does not match ${$match}: ${shown(found)}`);
  const length = Array.isArray(found) || typeof found === 'string' ? found.length : undefined;
  if ($length !== undefined && length !== $length)
    wrong.push(`${place} has the length ${length} instead of ${$length}`);
  if ($between && !(typeof found === 'number' && found >= $between[0] && found <= $between[1]))
    wrong.push(`${place} is ${shown(found)}, not between ${$between.join(' and ')}`);
  return wrong;
}

function isMatcher(value: unknown): value is Matcher {
  return isObject(value) && Object.keys(value).some((name) => name.startsWith('$'));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
