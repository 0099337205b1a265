/** What a package is, as its registry names it. */
export interface PackageIdentity {
  name: string;
  version: string;
  /** Of the SPDX list, or an expression of such; '' where it names none. */
  licence: string;
  /** Its package URL without the version, `pkg:npm/%40orbinto/node`. */
  purl: string;
  /** What is inside of it that others have made; nothing when omitted. */
  components?: readonly Component[];
}

/** Somebody else's package. */
export type Component = Omit<PackageIdentity, 'components'>;

/**
 * CycloneDX 1.5 of something that depends on nothing but what is inside of it. Without a time in it: the same file has the same bill.
 * @param digest SHA-256 of the file; none of what is no single file
 * @see https://cyclonedx.org/docs/1.5/json/
 */
export function sbomOf(identity: PackageIdentity, digest?: string): object {
  const { components = [], ...own } = identity;
  const ref = refOf(own);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { ...told(own), ...(digest !== undefined && { hashes: [{ alg: 'SHA-256', content: digest }] }) },
    },
    components: components.map(told),
    dependencies: [
      { ref, dependsOn: components.map(refOf) },
      ...components.map((component) => ({ ref: refOf(component), dependsOn: [] })),
    ],
  };
}

/** The package URL of a package of npm, without the version. @see https://github.com/package-url/purl-spec */
export function npmPurl(name: string): string {
  return `pkg:npm/${name.replace('@', '%40')}`;
}

function refOf({ purl, version }: Component): string {
  return `${purl}@${version}`;
}

function told(component: Component): object {
  const { name, version, licence } = component;
  const ref = refOf(component);
  return { type: 'library', 'bom-ref': ref, name, version, ...licences(licence), purl: ref };
}

function licences(licence: string): object {
  if (licence === '') return {};
  return { licenses: [/[\s(]/.test(licence) ? { expression: licence } : { license: { id: licence } }] };
}
