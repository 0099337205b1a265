import { jsonFeed } from '../../../generators/feed.ts';
import { changelogFeed } from '../../feeds/changelog.ts';
import { jsonFile } from '../../file-response.ts';

/** @see https://www.jsonfeed.org/version/1.1/ */
export async function GET({ site }: { site: URL }): Promise<Response> {
  return jsonFile(jsonFeed(await changelogFeed(site, '/changelog/feed.json')));
}
