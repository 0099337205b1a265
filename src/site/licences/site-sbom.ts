import { npmPurl, sbomOf } from '../../generators/sbom.ts';
import type { LicensedPackage } from './read-package.ts';

/** What the bill of materials is of. */
export interface SiteIdentity {
  name: string;
  version: string;
  /** SPDX. */
  licence: string;
}

/** The bill of materials of a site, CycloneDX: all packages of which something is in it, by name. */
export function siteSbom(site: SiteIdentity, packages: readonly LicensedPackage[]): object {
  const components = packages
    .map(({ name, version, licence }) => ({ name, version, licence, purl: npmPurl(name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return sbomOf({ ...site, purl: npmPurl(site.name), components });
}

/** How many packages a bill of materials names by each licence, the most frequent first. */
export function licencesIn(sbom: unknown): { licence: string; packages: number }[] {
  const { components } = sbom as { components: { licenses?: { license?: { id: string }; expression?: string }[] }[] };
  const byLicence = Map.groupBy(
    components,
    ({ licenses }) => licenses?.[0]?.license?.id ?? licenses?.[0]?.expression ?? '',
  );
  return [...byLicence]
    .map(([licence, { length }]) => ({ licence, packages: length }))
    .sort((a, b) => b.packages - a.packages || (a.licence < b.licence ? -1 : 1));
}
