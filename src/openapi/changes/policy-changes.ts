import type { Policies } from '../document/policies.ts';
import { literalOf, sameJson } from '../schema/literal.ts';
import type { Change, Finding, Versions } from './change.ts';
import { namesBetween } from './change.ts';
import { mergeFindings } from './merge-findings.ts';

/**
 * What changed in the rules that OpenAPI has no place for: limits, delays, levels, scopes, error codes. What only a sandbox keeps,
 * and texts, are not compared.
 */
export function policyChanges({ before, after }: Versions<Policies>): Change[] {
  const findings = [
    ...RULES.flatMap(({ path, hurt }) => figures(path, hurt, { before: at(before, path), after: at(after, path) })),
    ...plans({ before, after }),
    ...levels({ before, after }),
    ...codes({ before, after }),
    ...cors({ before, after }),
  ];
  return mergeFindings(findings.map((finding) => ({ finding })));
}

/** Which change of a figure breaks who counts on it. */
type Hurt = 'less' | 'any' | 'none';

const RULES: readonly { path: string; hurt: Hurt }[] = [
  { path: 'pagination.default_page', hurt: 'any' },
  { path: 'pagination.default_size', hurt: 'any' },
  { path: 'pagination.max_size', hurt: 'less' },
  { path: 'pagination.remembered_deletions', hurt: 'less' },
  { path: 'retries.timeout_seconds', hurt: 'less' },
  { path: 'retries.first_attempt_within_seconds', hurt: 'none' },
  { path: 'retries.delays_seconds', hurt: 'less' },
  { path: 'limits.body_bytes', hurt: 'less' },
  { path: 'limits.nesting_levels', hurt: 'less' },
  { path: 'limits.webhooks_per_workspace', hurt: 'less' },
  { path: 'oauth.code_seconds', hurt: 'less' },
  { path: 'oauth.access_token_seconds', hurt: 'less' },
  { path: 'oauth.refresh_idle_days', hurt: 'less' },
];

function at(policies: Policies, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], policies);
}

/** A figure, or the delays of a schedule, of which fewer or a shorter sum is less. A limit that was not there before is less, too. */
function figures(path: string, hurt: Hurt, { before, after }: Versions<unknown>): Finding[] {
  if (sameJson(before, after)) return [];
  const [old, now] = [sizeOf(before), sizeOf(after)];
  return [
    {
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      subject: 'policy',
      location: `policy ${path}`,
      what:
        before === undefined
          ? `a new rule: ${shown(after)}`
          : `went from ${shown(before)} to ${after === undefined ? 'none' : shown(after)}`,
      isBreaking: hurt === 'any' ? before !== undefined : hurt === 'less' && now < old,
    },
  ];
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + Number(one), 0);
  return value === undefined ? Infinity : Number(value);
}

function shown(value: unknown): string {
  return `\`${Array.isArray(value) ? value.join(', ') : literalOf(value)}\``;
}

function plans({ before, after }: Versions<Policies>): Finding[] {
  return records('plan', { before: before.plans, after: after.plans }, (old, now) =>
    (['requests_per_minute', 'burst_per_second'] as const).flatMap((key) =>
      figures(`plans.${now.id}.${key}`, 'less', { before: old[key], after: now[key] }),
    ),
  );
}

function levels({ before, after }: Versions<Policies>): Finding[] {
  return records('key level', { before: before.key_levels, after: after.key_levels }, (old, now) =>
    names(`policy key_levels.${now.id}`, 'scope', 'policy', { before: old.scopes, after: now.scopes }),
  );
}

/** Records with an id: those that came or went, and what differs in those that stayed. */
function records<R extends { id: string }>(
  noun: string,
  { before, after }: Versions<R[]>,
  compare: (before: R, after: R) => Finding[],
): Finding[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const ids = after.map(({ id }) => id);
  return [
    ...names(noun, noun, 'policy', { before: [...old.keys()], after: ids }),
    ...after.flatMap((now) => {
      const one = old.get(now.id);
      return one ? compare(one, now) : [];
    }),
  ];
}

function names(
  location: string,
  noun: string,
  subject: Finding['subject'],
  { before, after }: Versions<string[]>,
): Finding[] {
  const { gone, come } = namesBetween(before, after);
  return [
    ...gone.map((name): Finding => ({
      kind: 'removed',
      subject,
      location,
      what: `lost the ${noun} \`${name}\``,
      isBreaking: true,
    })),
    ...come.map((name): Finding => ({
      kind: 'added',
      subject,
      location,
      what: `has the new ${noun} \`${name}\``,
      isBreaking: false,
    })),
  ];
}

function codes({ before, after }: Versions<Policies>): Finding[] {
  const old = new Map(before.errors.map((error) => [error.code, error]));
  const now = new Map(after.errors.map((error) => [error.code, error]));
  const { gone, come } = namesBetween(old.keys(), now.keys());
  const found = (code: string, kind: Finding['kind'], what: string): Finding => ({
    kind,
    subject: 'error code',
    location: `error code ${code}`,
    what,
    isBreaking: kind !== 'added',
  });
  return [
    ...gone.map((code) => found(code, 'removed', 'the code was removed')),
    ...come.map((code) => found(code, 'added', `a new code, with status ${now.get(code)?.status}`)),
    ...[...now].flatMap(([code, error]) => {
      const other = old.get(code);
      return (['status', 'type'] as const)
        .filter((key) => other && other[key] !== error[key])
        .map((key) => found(code, 'changed', `its ${key} went from \`${other?.[key]}\` to \`${error[key]}\``));
    }),
  ];
}

function cors({ before, after }: Versions<Policies>): Finding[] {
  return (['allow_methods', 'allow_headers', 'expose_headers'] as const).flatMap((key) =>
    // Of a version that says nothing of it there is nothing to compare.
    (before.cors as Policies['cors'] | undefined) === undefined
      ? []
      : names(`policy cors.${key}`, 'name', 'policy', { before: before.cors[key], after: after.cors[key] }),
  );
}
