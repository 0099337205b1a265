import { postmanEnvironment } from '../../../generators/postman-environment.ts';
import { jsonFile } from '../../files.ts';
import { liveServer } from '../../spec.ts';

/** The live API; the reader fills in a key. */
export const GET = () => jsonFile(postmanEnvironment({ name: 'Production', baseUrl: liveServer(), apiKey: '' }));
