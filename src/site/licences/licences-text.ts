import type { LicensedPackage } from './read-package.ts';

const RULE = '-'.repeat(80);

/** The licences of packages as one text, by name; a text that several share stands once, below all of them. */
export function licencesText(packages: readonly LicensedPackage[]): string {
  const byText = new Map<string, Set<string>>();
  for (const { name, version, licence, texts } of packages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = texts.join('\n\n') || `Its package names no more than this: ${licence || 'no licence'}.`;
    const names = byText.get(text) ?? new Set<string>();
    byText.set(text, names.add(`${name} ${version}${licence && ` (${licence})`}`));
  }
  const parts = [...byText].map(([text, names]) => `${RULE}\n${[...names].join('\n')}\n\n${text}\n`);
  return `This site holds code, styles and fonts of the packages below, under their licences.\n\n${parts.join('\n')}`;
}
