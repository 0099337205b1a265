import { postman } from '../../facts/collections.ts';
import { jsonFile } from '../../file-response.ts';

/** Every operation as a Postman request. */
export const GET = ({ site }: { site: URL | undefined }) => jsonFile(postman(site));
