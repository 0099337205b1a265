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

/**
 * A collection as an Insomnia export of version 4, which all versions of Insomnia since 2017 import. The scripts after the
 * requests, which keep the ids, run from 9.3 on.
 *
 * @param prefix stands in all ids: what is imported later with the same ones replaces what is there
 * @see https://developer.konghq.com/insomnia/import-export/
 */
export function insomniaExport(
  collection: Collection,
  environments: readonly CollectionEnvironment[],
  prefix: string,
): object {
  const workspace = `wrk_${prefix}`;
  const baseEnvironment = `env_${prefix}_base`;
  const { title, description, ids, secrets, folders, baseUrl } = collection;
  const kept = Object.fromEntries([
    ...secrets.map((name) => [name, '']),
    ...ids.map(({ variable, example }) => [variable, example]),
  ]) as Record<string, string>;
  return {
    _type: 'export',
    __export_format: 4,
    __export_source: `${prefix}.developers`,
    resources: [
      { _id: workspace, _type: 'workspace', parentId: null, scope: 'collection', name: title, description },
      {
        _id: baseEnvironment,
        _type: 'environment',
        parentId: workspace,
        name: 'Base environment',
        data: { base_url: baseUrl, api_key: '', ...kept },
      },
      ...environments.map(({ id, name, baseUrl, apiKey }, index) => ({
        _id: `env_${prefix}_${id}`,
        _type: 'environment',
        parentId: baseEnvironment,
        name,
        metaSortKey: index,
        data: { base_url: baseUrl, api_key: apiKey },
      })),
      ...folders.flatMap((folder, index) => folderOf(folder, index, prefix)),
    ],
  };
}

function folderOf({ name, description, requests }: CollectionFolder, index: number, prefix: string): object[] {
  const _id = `fld_${prefix}_${index}`;
  return [
    { _id, _type: 'request_group', parentId: `wrk_${prefix}`, name, description, metaSortKey: index, environment: {} },
    ...requests.map((request, position) => ({
      _id: `req_${prefix}_${request.operation.operationId}`,
      _type: 'request',
      parentId: _id,
      ...requestOf(request, position),
    })),
  ];
}

function requestOf(request: CollectionRequest, index: number): object {
  const { operation, name, body } = request;
  const contentType = contentTypeOf(body);
  return {
    name: plainTemplate(name),
    description: untagged(requestMarkdown(request, insomniaNotes(body))),
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

/** Read as a template whenever the request is sent: a tag would be carried out. A variable does nothing, and is shown as it is. */
function untagged(description: string): string {
  return description.includes('{%') ? plainTemplate(description) : description;
}

function parameterOf({ name, value, description, isOptional }: CollectionParameter): object {
  return {
    name: plainTemplate(name),
    value: filledTemplate(value),
    description: plainTemplate(description),
    disabled: isOptional,
  };
}
