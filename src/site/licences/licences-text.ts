import type { LicensedPackage } from './read-package.ts';

const RULE = '-'.repeat(80);

const OF_A_SITE = 'This site holds code, styles and fonts of the packages below, under their licences.';

/**
 * The licences of packages as one text, by name; a text that several share stands once, below all of them.
 * @param beginning says what holds something of them
 */
export function licencesText(packages: readonly LicensedPackage[], beginning = OF_A_SITE): string {
  const byText = new Map<string, Set<string>>();
  for (const { name, version, licence, texts } of packages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = texts.join('\n\n') || `Its package names no more than this: ${licence || 'no licence'}.`;
    const names = byText.get(text) ?? new Set<string>();
    byText.set(text, names.add(`${name} ${version}${licence && ` (${licence})`}`));
  }
  const parts = [...byText].map(([text, names]) => `${RULE}\n${[...names].join('\n')}\n\n${text}\n`);
  return `${beginning}\n\n${parts.join('\n')}`;
}
