/** What browsers have, by the browser-compat-data of MDN. */
import data from '@mdn/browser-compat-data' with { type: 'json' };
import type { BrowserName, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

/** The oldest version of a browser that the site works in. */
interface Target {
  readonly browser: BrowserName;
  readonly version: string;
}

/** Versions of a browser, the newest first. */
function versions(browser: BrowserName, isWanted: (status: string) => boolean): string[] {
  return Object.entries(data.browsers[browser].releases)
    .filter(([, { status }]) => isWanted(status))
    .map(([version]) => version)
    .sort((one, other) => Number(other) - Number(one));
}

const released = (status: string): boolean => ['current', 'retired', 'esr'].includes(status);

/** The last two versions of Chrome, Edge and Firefox; Firefox ESR; Safari from 17 on. The README says the same. */
export const targets: readonly Target[] = [
  ...(['chrome', 'edge', 'firefox'] as const).map((browser) => ({
    browser,
    version: versions(browser, released)[1] ?? '',
  })),
  ...versions('firefox', (status) => status === 'esr').map((version) => ({ browser: 'firefox' as const, version })),
  { browser: 'safari', version: '17' },
  { browser: 'safari_ios', version: '17' },
];

/** Version numbers, part by part: 17.4 is after 17. */
function isAtMost(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.replace('≤', '').split('.').map(Number));
  for (const [index, part] of (left ?? []).entries()) {
    const counterpart = right?.[index] ?? 0;
    if (part !== counterpart) return part < counterpart;
  }
  return true;
}

function isSupported(statement: SimpleSupportStatement, version: string): boolean {
  const { version_added, version_removed, flags, prefix, alternative_name } = statement;
  if (flags !== undefined || prefix !== undefined || alternative_name !== undefined) return false;
  if (typeof version_added !== 'string' || version_added === 'preview') return false;
  if (typeof version_removed === 'string' && isAtMost(version_removed, version)) return false;
  return isAtMost(version_added, version);
}

/** The features under these names, such as `Request`, `body`: of the web and of the language. */
function features(path: readonly string[]): Identifier[] {
  const roots = [data.api, data.javascript.builtins, data.javascript.builtins?.['Intl']];
  return roots.flatMap((root) => {
    let found: Identifier | undefined = root;
    for (const name of path) found = Object.hasOwn(found ?? {}, name) ? found?.[name] : undefined;
    return found ? [found] : [];
  });
}

/** Whether anything is known of a name. */
export function isKnown(...path: string[]): boolean {
  return features(path).some((feature) => feature.__compat !== undefined);
}

/** The targets that lack a feature, such as `firefox 153`; none for a name of which nothing is known. */
export function lacking(...path: string[]): string[] {
  const support = features(path).find((feature) => feature.__compat !== undefined)?.__compat?.support;
  if (!support) return [];
  return targets
    .filter(({ browser, version }) => {
      const statements: SimpleSupportStatement[] = [support[browser] ?? []].flat();
      return !statements.some((statement) => isSupported(statement, version));
    })
    .map(({ browser, version }) => `${browser} ${version}`);
}
