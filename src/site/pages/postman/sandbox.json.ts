import { postmanEnvironment } from '../../../generators/postman-environment.ts';
import { environments } from '../../facts/collections.ts';
import { jsonFile } from '../../file-response.ts';

/** The sandbox on the reader's machine, with a key that is public. */
export const GET = () => jsonFile(postmanEnvironment(environments.sandbox));
