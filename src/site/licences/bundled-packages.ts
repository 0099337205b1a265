import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LicensedPackage } from './read-package.ts';

/** What a package's bundle is made from, none of which is installed: printed by `scripts/scalar-licences.ts`. */
export interface BundledPackages {
  /** The package with the bundle. */
  readonly of: string;
  readonly version: string;
  readonly packages: readonly LicensedPackage[];
}

export const BUNDLED_FILE = fileURLToPath(new URL('generated/scalar-bundle.json', import.meta.url));

export function readBundledPackages(): BundledPackages {
  return JSON.parse(readFileSync(BUNDLED_FILE, 'utf8')) as BundledPackages;
}

/** The packages that are shipped, and those that came in another's bundle. */
export function withBundled(packages: readonly LicensedPackage[], bundled: BundledPackages): LicensedPackage[] {
  if (!packages.some(({ name }) => name === bundled.of)) return [...packages];
  const known = new Set(packages.map(nameAndVersion));
  return [...packages, ...bundled.packages.filter((one) => !known.has(nameAndVersion(one)))];
}

const nameAndVersion = ({ name, version }: LicensedPackage): string => `${name} ${version}`;
