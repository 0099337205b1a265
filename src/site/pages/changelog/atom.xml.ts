import { atomFeed } from '../../../generators/feed.ts';
import { releaseAnchor, releaseHtml, releases } from '../../changelog.ts';
import { xmlFile } from '../../files.ts';

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
export async function GET({ site }: { site: URL }): Promise<Response> {
  const entries = (await releases()).map((release) => ({
    address: `/changelog/#${releaseAnchor(release)}`,
    title: `${release.data.version}: ${release.data.title}`,
    summary: release.data.summary,
    date: release.data.date,
    html: releaseHtml(release, site),
  }));
  return xmlFile(
    atomFeed({ site, title: 'Orbinto API changelog', page: '/changelog/', feed: '/changelog/atom.xml', entries }),
  );
}
