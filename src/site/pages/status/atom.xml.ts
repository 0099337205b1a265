import { atomFeed } from '../../../generators/feed.ts';
import { incidentFeed } from '../../feeds/incidents.ts';
import { xmlFile } from '../../file-response.ts';

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
export async function GET({ site }: { site: URL }): Promise<Response> {
  return xmlFile(atomFeed(await incidentFeed(site, '/status/atom.xml')));
}
