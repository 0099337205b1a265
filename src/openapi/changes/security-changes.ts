import type { OpenApiDocument, SecurityRequirement } from '../document/openapi-document.ts';
import type { OAuthFlow, SecurityScheme } from '../document/security-scheme.ts';
import { resolve } from '../document/refs.ts';
import type { Finding, Versions } from './change.ts';
import { namesBetween } from './change.ts';
import type { Found } from './mark-changes.ts';

/** What else must be held, or need no longer, to call an operation. The order of the alternatives says nothing. */
export function requirementChanges({ before, after }: Versions<SecurityRequirement[]>): Found[] {
  // Without any requirement nobody has to sign in.
  const [old, now] = [before, after].map((list) => (list.length === 0 ? [{}] : list)) as [
    SecurityRequirement[],
    SecurityRequirement[],
  ];
  const refused = old.filter((held) => !now.some((needed) => suffices(held, needed)));
  const added = now.filter((needed) => !old.some((held) => suffices(needed, held)));
  const found = (isBreaking: boolean, what: string): Found => ({
    kind: 'changed',
    subject: 'security',
    what,
    isBreaking,
  });
  if (refused.length === 0) return added.map((needed) => found(false, `${named(needed)} suffices now`));
  return refused.map((held) =>
    found(true, `${named(held)} no longer suffices; needed is ${now.map(named).join(', or ')}`),
  );
}

/** Whether who holds all of the first may do what needs the second. */
function suffices(held: SecurityRequirement, needed: SecurityRequirement): boolean {
  return Object.entries(needed).every(([scheme, scopes]) => {
    const own = held[scheme];
    return own !== undefined && scopes.every((scope) => own.includes(scope));
  });
}

function named(requirement: SecurityRequirement): string {
  const schemes = Object.entries(requirement).map(([scheme, scopes]) =>
    scopes.length === 0 ? `\`${scheme}\`` : `\`${scheme}\` with ${scopes.map((scope) => `\`${scope}\``).join(', ')}`,
  );
  return schemes.length === 0 ? 'no sign-in' : schemes.join(' and ');
}

/** What defines how one signs in. Texts say nothing here. */
const DEFINING = ['type', 'scheme', 'in', 'name', 'openIdConnectUrl'] as const;
const ADDRESSES = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const;

/** Ways to sign in, their addresses and their scopes. */
export function schemeChanges(documents: Versions<OpenApiDocument>): Finding[] {
  const [before, after] = [schemesOf(documents.before), schemesOf(documents.after)];
  const { gone, come } = namesBetween(before.keys(), after.keys());
  const at = (name: string) => ({ subject: 'security', location: `security ${name}` }) as const;
  return [
    ...gone.map((name): Finding => ({
      ...at(name),
      kind: 'removed',
      what: 'this way to sign in was removed',
      isBreaking: true,
    })),
    ...come.map((name): Finding => ({ ...at(name), kind: 'added', what: 'a new way to sign in', isBreaking: false })),
    ...[...before].flatMap(([name, old]) => {
      const now = after.get(name);
      return now ? oneScheme(`security ${name}`, old, now) : [];
    }),
  ];
}

function schemesOf(document: OpenApiDocument): Map<string, SecurityScheme> {
  const entries = Object.entries(document.components?.securitySchemes ?? {});
  return new Map(entries.map(([name, scheme]) => [name, resolve(document, scheme)]));
}

function oneScheme(location: string, before: SecurityScheme, after: SecurityScheme): Finding[] {
  const changed = DEFINING.filter((key) => differs(key, before[key], after[key]));
  const flows = namesBetween(Object.keys(before.flows ?? {}), Object.keys(after.flows ?? {}));
  const found = (kind: Finding['kind'], what: string, isBreaking = kind !== 'added'): Finding => ({
    subject: 'security',
    location,
    kind,
    what,
    isBreaking,
  });
  return [
    ...changed.map((key) => found('changed', wentFrom(key, before[key], after[key]))),
    ...flows.gone.map((flow) => found('removed', `the flow \`${flow}\` was removed`)),
    ...flows.come.map((flow) => found('added', `the new flow \`${flow}\``)),
    ...Object.entries(before.flows ?? {}).flatMap(([name, old]) => {
      const now = after.flows?.[name];
      return now ? oneFlow(location, old, now) : [];
    }),
  ];
}

/** Names of an HTTP authentication scheme are the same in upper and lower case. */
function differs(key: (typeof DEFINING)[number], before: string | undefined, after: string | undefined): boolean {
  return key === 'scheme' ? before?.toLowerCase() !== after?.toLowerCase() : before !== after;
}

function oneFlow(location: string, before: OAuthFlow, after: OAuthFlow): Finding[] {
  const scopes = namesBetween(Object.keys(before.scopes), Object.keys(after.scopes));
  const scope = (name: string) => ({ subject: 'scope', location: `scope ${name}` }) as const;
  return [
    ...ADDRESSES.filter((key) => before[key] !== after[key]).map((key): Finding => ({
      kind: 'changed',
      subject: 'security',
      location,
      what: wentFrom(key, before[key], after[key]),
      isBreaking: before[key] !== undefined,
    })),
    ...scopes.gone.map((name): Finding => ({
      ...scope(name),
      kind: 'removed',
      what: 'the scope was removed',
      isBreaking: true,
    })),
    ...scopes.come.map((name): Finding => ({ ...scope(name), kind: 'added', what: 'a new scope', isBreaking: false })),
  ];
}

function wentFrom(key: string, before: string | undefined, after: string | undefined): string {
  return `\`${key}\` went from ${before === undefined ? 'none' : `\`${before}\``} to ${after === undefined ? 'none' : `\`${after}\``}`;
}
