import { changesFile } from '../../feeds/changelog.ts';
import { jsonFile } from '../../file-response.ts';

/** All changes, for programs and for the page that chooses among them. */
export async function GET(): Promise<Response> {
  return jsonFile(await changesFile());
}
