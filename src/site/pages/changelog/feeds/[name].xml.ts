import { atomFeed } from '../../../../generators/feed.ts';
import { WHOLE_API } from '../../../changes/feed-address.ts';
import { events, operations } from '../../../facts/spec.ts';
import { ownFeed } from '../../../feeds/changelog.ts';
import { xmlFile } from '../../../file-response.ts';

/** One for each operation, each event and the whole API: a static host cannot put together what a reader chooses. */
export function getStaticPaths() {
  const names = [WHOLE_API, ...operations.map(({ operationId }) => operationId), ...events.map(({ path }) => path)];
  return names.map((name) => ({ params: { name } }));
}

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
export async function GET({ site, params }: { site: URL; params: { name: string } }): Promise<Response> {
  return xmlFile(atomFeed(await ownFeed(site, params.name)));
}
