import type { PostmanEnvironment } from './postman-format.ts';

/**
 * A Postman environment for a collection of `postmanCollection`.
 *
 * @param values.apiKey Left empty for the reader to fill in, save for keys that are no secret.
 */
export function postmanEnvironment(values: { name: string; baseUrl: string; apiKey: string }): PostmanEnvironment {
  return {
    name: values.name,
    values: [
      { key: 'base_url', value: values.baseUrl, type: 'default', enabled: true },
      { key: 'api_key', value: values.apiKey, type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  };
}
