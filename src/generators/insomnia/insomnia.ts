import { chaiScript } from '../collection/chai-checks.ts';
import type { ChaiDialect } from '../collection/chai-checks.ts';
import { contentTypeOf, plainJson } from '../collection/body.ts';
import type { Collection, CollectionFolder, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import type { CollectionParameter } from '../collection/parameters.ts';
import { parametersIn, pathText, requestMarkdown } from '../collection/request-text.ts';
import { filledTemplate, insomniaBody, insomniaNotes, inTemplate, plainTemplate } from './insomnia-body.ts';

/** @see https://developer.konghq.com/insomnia/scripts/ */
const dialect: ChaiDialect = {
  test: 'insomnia.test',
  expect: 'insomnia.expect',
  json: 'insomnia.response.json()',
  isEmpty: `insomnia.expect(insomnia.response.text()).to.equal('')`,
  code: 'insomnia.response.code',
  hasStatus: (status) => `insomnia.response.to.have.status(${status})`,
  get: (variable) => `insomnia.variables.get('${variable}')`,
  set: (variable, value) => `insomnia.environment.set('${variable}', ${value})`,
};

const WORKSPACE = 'wrk_orbinto';
const BASE_ENVIRONMENT = 'env_orbinto_base';

/**
 * A collection as an Insomnia export of version 4, which all versions of Insomnia since 2017 import. The scripts after the
 * requests, which keep the ids, run from 9.3 on.
 *
 * @see https://developer.konghq.com/insomnia/import-export/
 */
export function insomniaExport(collection: Collection, environments: readonly CollectionEnvironment[]): object {
  const { title, description, ids, secrets, folders, baseUrl } = collection;
  const kept = Object.fromEntries([
    ...secrets.map((name) => [name, '']),
    ...ids.map(({ variable, example }) => [variable, example]),
  ]) as Record<string, string>;
  return {
    _type: 'export',
    __export_format: 4,
    __export_source: 'orbinto.developers',
    resources: [
      { _id: WORKSPACE, _type: 'workspace', parentId: null, scope: 'collection', name: title, description },
      {
        _id: BASE_ENVIRONMENT,
        _type: 'environment',
        parentId: WORKSPACE,
        name: 'Base environment',
        data: { base_url: baseUrl, api_key: '', ...kept },
      },
      ...environments.map(environmentOf),
      ...folders.flatMap(folderOf),
    ],
  };
}

function environmentOf({ id, name, baseUrl, apiKey }: CollectionEnvironment, index: number): object {
  return {
    _id: `env_orbinto_${id}`,
    _type: 'environment',
    parentId: BASE_ENVIRONMENT,
    name,
    metaSortKey: index,
    data: { base_url: baseUrl, api_key: apiKey },
  };
}

function folderOf({ name, description, requests }: CollectionFolder, index: number): object[] {
  const _id = `fld_orbinto_${index}`;
  return [
    { _id, _type: 'request_group', parentId: WORKSPACE, name, description, metaSortKey: index, environment: {} },
    ...requests.map((request, position) => requestOf(request, _id, position)),
  ];
}

function requestOf(request: CollectionRequest, parentId: string, index: number): object {
  const { operation, name, body } = request;
  const contentType = contentTypeOf(body);
  return {
    _id: `req_orbinto_${operation.operationId}`,
    _type: 'request',
    parentId,
    name: plainTemplate(name),
    description: requestMarkdown(request, insomniaNotes(body)),
    metaSortKey: index,
    method: operation.method.toUpperCase(),
    url: `{{ _.base_url }}${pathText(request, inTemplate)}`,
    parameters: parametersIn(request, 'query').map(parameterOf),
    headers: [
      { name: 'Accept', value: 'application/json' },
      ...(contentType === undefined ? [] : [{ name: 'Content-Type', value: plainTemplate(contentType) }]),
      ...parametersIn(request, 'header').map(parameterOf),
    ],
    authentication: request.isBearer ? { type: 'bearer', token: '{{ _.api_key }}', prefix: '' } : {},
    body: body ? insomniaBody(body) : {},
    // It is read as a template, but run as it is.
    afterResponseScript: chaiScript(dialect, request).map(plainJson).join('\n'),
    settingFollowRedirects: 'off',
  };
}

function parameterOf({ name, value, description, isOptional }: CollectionParameter): object {
  return {
    name: plainTemplate(name),
    value: filledTemplate(value),
    description: plainTemplate(description),
    disabled: isOptional,
  };
}
