import { postmanEnvironment } from '../../../generators/postman-environment.ts';
import { jsonFile } from '../../file-response.ts';
import { mockServer } from '../../facts/spec.ts';

/** The sandbox on the reader's machine, with a key that is public. */
export const GET = () =>
  jsonFile(postmanEnvironment({ name: 'Development (sandbox)', baseUrl: mockServer(), apiKey: 'sk_test_admin' }));
