import { postmanEnvironment } from '../../../generators/postman-environment.ts';
import { jsonFile } from '../../files.ts';
import { mockServer } from '../../spec.ts';

/** The sandbox on the reader's machine, with a key that is public. */
export const GET = () =>
  jsonFile(postmanEnvironment({ name: 'Development (sandbox)', baseUrl: mockServer(), apiKey: 'sk_test_admin' }));
