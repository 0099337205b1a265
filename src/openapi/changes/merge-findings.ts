import type { Change, Finding } from './change.ts';

/** A finding, and the operation or event in which it was met. */
export interface Located {
  finding: Finding;
  operation?: string;
  /** How the finding's place begins, where it is in an operation: `GET /pets`. */
  title?: string;
}

/**
 * One change for what was found in several places: a component that many operations use, or a parameter, a header, a response that
 * has changed in the same way in all of them. Told of both directions where it does the same to both.
 * @returns breaking ones first
 */
export function mergeFindings(located: readonly Located[]): Change[] {
  const groups = new Map<string, Located[]>();
  for (const one of located) {
    const { kind, subject, what, isBreaking } = one.finding;
    const key = JSON.stringify([partOf(one) ?? one.finding.location, kind, subject, what, isBreaking]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const changes = [...groups.values()].map(changeOf);
  const isBreaking = ({ severity }: Change): boolean => severity === 'breaking';
  return [...changes.filter(isBreaking), ...changes.filter((change) => !isBreaking(change))];
}

/** The place within an operation: `query.tag`, `415`. A header is the same one whichever response it comes with. */
function partOf({ finding, title }: Located): string | undefined {
  if (title === undefined || !finding.location.startsWith(`${title} `)) return undefined;
  return finding.location.slice(title.length + 1).replace(/^\S+ (?=header\.)/, '');
}

function changeOf(group: Located[]): Change {
  const [first] = group as [Located];
  const operations = [...new Set(group.flatMap(({ operation }) => operation ?? []))];
  const directions = new Set(group.flatMap((one) => one.finding.direction ?? []));
  const [direction] = directions.size === 1 ? directions : [];
  const when = direction === undefined ? '' : direction === 'request' ? ', when sent' : ', when received';
  const { kind, subject, what, isBreaking, facet, value } = first.finding;
  const location = placeOf(group, first);
  const where = location.startsWith('* ')
    ? `\`${location.slice(2)}\`${statusWords(group)} in ${operations.length} operations`
    : `\`${location}\``;
  return {
    severity: isBreaking ? 'breaking' : 'non-breaking',
    kind,
    subject,
    ...(operations.length === 1 && operations[0] !== undefined && { operation: operations[0] }),
    operations,
    location,
    message: `${where}${when}: ${what}.`,
    ...(direction !== undefined && { direction }),
    ...(facet !== undefined && { facet }),
    ...(value !== undefined && { value }),
  };
}

/** Of which response a header is, where it is the same one everywhere. */
function statusWords(group: Located[]): string {
  const statuses = new Set(group.map(({ finding }) => / (\S+) header\./.exec(finding.location)?.[1]));
  const [status] = statuses;
  return statuses.size === 1 && status !== undefined ? ` of \`${status}\`` : '';
}

/** The one place, the part of one operation, or `* ` and the part where it is so in several. */
function placeOf(group: Located[], first: Located): string {
  const part = partOf(first);
  const places = new Set(group.map(({ finding }) => finding.location));
  if (part === undefined || places.size === 1) return first.finding.location;
  const titles = new Set(group.map(({ title }) => title));
  return titles.size === 1 ? `${first.title ?? ''} ${part}` : `* ${part}`;
}
