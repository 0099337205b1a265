import { jsonFeed } from '../../../generators/feed.ts';
import { releaseAnchor, releaseHtml, releases } from '../../changelog.ts';
import { jsonFile } from '../../files.ts';

/** @see https://www.jsonfeed.org/version/1.1/ */
export async function GET({ site }: { site: URL }): Promise<Response> {
  const entries = (await releases()).map((release) => ({
    address: `/changelog/#${releaseAnchor(release)}`,
    title: `${release.data.version}: ${release.data.title}`,
    summary: release.data.summary,
    date: release.data.date,
    html: releaseHtml(release, site),
  }));
  return jsonFile(
    jsonFeed({ site, title: 'Orbinto API changelog', page: '/changelog/', feed: '/changelog/feed.json', entries }),
  );
}
