import { postmanEnvironment } from '../../../generators/postman-environment.ts';
import { environments } from '../../facts/collections.ts';
import { jsonFile } from '../../file-response.ts';

/** The live API; the reader fills in a key. */
export const GET = () => jsonFile(postmanEnvironment(environments.production));
