import { atomFeed } from '../../../generators/feed.ts';
import { changelogFeed } from '../../feeds/changelog.ts';
import { xmlFile } from '../../file-response.ts';

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
export async function GET({ site }: { site: URL }): Promise<Response> {
  return xmlFile(atomFeed(await changelogFeed(site, '/changelog/atom.xml')));
}
