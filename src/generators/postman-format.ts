/**
 * The parts of Postman's formats that are written here.
 *
 * @see https://schema.postman.com/json/collection/v2.1.0/docs/index.html
 */
export interface PostmanCollection {
  info: { name: string; description: string; version: string; schema: string };
  auth?: { type: 'bearer'; bearer: { key: string; value: string; type: 'string' }[] };
  variable: { key: string; value: string; type: 'string' }[];
  item: PostmanFolder[];
}

export interface PostmanFolder {
  name: string;
  description: string;
  item: PostmanItem[];
}

export interface PostmanItem {
  name: string;
  event: { listen: 'test'; script: { type: 'text/javascript'; exec: string[] } }[];
  request: PostmanRequest;
  response: PostmanResponse[];
}

export interface PostmanRequest {
  method: string;
  description: string;
  header: PostmanKeyValue[];
  /** Where it is not the collection's. */
  auth?: { type: 'noauth' };
  url: PostmanUrl;
  body?: PostmanBody;
}

export type PostmanBody =
  | { mode: 'raw'; raw: string; options: { raw: { language: 'json' | 'xml' | 'text' } } }
  | { mode: 'urlencoded'; urlencoded: PostmanKeyValue[] }
  | { mode: 'formdata'; formdata: PostmanPart[] }
  | { mode: 'file'; file: { src: string } };

export type PostmanPart = { key: string; contentType?: string } & (
  { type: 'text'; value: string } | { type: 'file'; src: string }
);

export interface PostmanUrl {
  raw: string;
  host: string[];
  path: string[];
  query: PostmanKeyValue[];
  variable: PostmanKeyValue[];
}

export interface PostmanKeyValue {
  key: string;
  value: string;
  description?: string;
  disabled?: boolean;
}

export interface PostmanResponse {
  name: string;
  originalRequest: Omit<PostmanRequest, 'description'>;
  status: string;
  code: number;
  _postman_previewlanguage: 'json' | 'text';
  header: PostmanKeyValue[];
  body: string;
}

/** A set of values for a collection's variables, which the reader chooses in Postman. */
export interface PostmanEnvironment {
  name: string;
  values: { key: string; value: string; type: 'default' | 'secret'; enabled: boolean }[];
  _postman_variable_scope: 'environment';
}
