import { root } from 'astro:config/server';
import { readVersion } from '../../../openapi/changes/read-changes.ts';
import { releasedVersions } from '../../changes/releases.ts';
import { jsonFile } from '../../file-response.ts';

export async function getStaticPaths() {
  return (await releasedVersions(new URL('spec/', root))).map((version) => ({ params: { version } }));
}

/** The document of a released version, bundled. */
export async function GET({ params: { version } }: { params: { version: string } }): Promise<Response> {
  const { document } = await readVersion(new URL(`spec/releases/${version}/openapi.yaml`, root));
  return jsonFile(document);
}
