import { postmanEnvironment } from '../../../generators/postman-environment.ts';
import { jsonFile } from '../../file-response.ts';
import { liveServer } from '../../facts/spec.ts';

/** The live API; the reader fills in a key. */
export const GET = () => jsonFile(postmanEnvironment({ name: 'Production', baseUrl: liveServer(), apiKey: '' }));
