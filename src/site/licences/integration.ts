import type { AstroIntegration } from 'astro';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { licencesText } from './licences-text.ts';
import { readBundledPackages, withBundled } from './bundled-packages.ts';
import { packageFolder, readPackage } from './read-package.ts';
import { siteSbom } from './site-sbom.ts';
import type { SiteIdentity } from './site-sbom.ts';

/** The file at the root of a built site. */
export const LICENCES_FILE = 'third-party-licenses.txt';

/** The bill of materials of a built site, where it is asked for. */
export const SBOM_FILE = 'sbom.cdx.json';

/** What no bundler sees, but is copied into every site: the search's own code. */
const COPIED = ['pagefind'];

/**
 * Writes the licences of all packages of which something is in the built site: of scripts and styles that its bundles hold, fonts
 * and pictures that the styles bring along, the search, and what came in a package's own bundle.
 * @param site writes a bill of materials of them, too, in its name
 */
export function thirdPartyLicences(site?: SiteIdentity): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: 'third-party-licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collectPackages(folders)] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        for (const name of COPIED)
          folders.add(fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url)));
        const found = await Promise.all([...folders].map(readPackage));
        const packages = withBundled(found, readBundledPackages());
        await writeFile(fileURLToPath(new URL(LICENCES_FILE, dir)), licencesText(packages));
        if (site)
          await writeFile(
            fileURLToPath(new URL(SBOM_FILE, dir)),
            `${JSON.stringify(siteSbom(site, packages), null, 2)}\n`,
          );
        logger.info(`licences of ${packages.length} packages in ${LICENCES_FILE}`);
      },
    },
  };
}

interface Chunk {
  type: 'chunk' | 'asset';
  moduleIds?: string[];
}

/** Pages are made by scripts that are not shipped, but what these import of styles is. */
function collectPackages(folders: Set<string>) {
  return {
    name: 'collect-packages',
    generateBundle(
      this: { environment: { name: string }; getModuleIds: () => Iterable<string> },
      _: unknown,
      bundle: Record<string, Chunk>,
    ): void {
      const isClient = this.environment.name === 'client';
      const modules = isClient
        ? Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? [])
        : [...this.getModuleIds()].filter((id) => /\.(?:css|woff2?|svg|png)(?:\?|$)/.test(id));
      for (const id of modules) {
        const folder = packageFolder(id);
        if (folder !== undefined) folders.add(folder);
      }
    },
  };
}
