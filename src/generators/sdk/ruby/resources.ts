import type { SdkMethod } from '../methods.ts';
import type { SdkModel } from '../model.ts';
import type { SdkResource } from '../resources.ts';
import type { SdkNamedType } from '../sdk-type.ts';
import { pascalCase } from '../words.ts';
import type { Keyword } from './arguments.ts';
import { keywordsOf, positionals } from './arguments.ts';
import { comment, constantName, filled, indented, literal, reading, rubyFile } from './text.ts';
import { castOf, docType, sentDocType } from './types.ts';

type Types = ReadonlyMap<string, SdkNamedType>;

/** A file a namespace, and one that loads them all. */
export function printResources(model: SdkModel, types: Types): Map<string, string> {
  const all = model.resources.flatMap(withBelow);
  const files = all.map((resource): [string, string] => [
    `lib/orbinto/generated/resources/${fileName(resource)}.rb`,
    rubyFile(['module Resources', ...indented(resourceClass(resource, types)), 'end']),
  ]);
  const loaded = all.map((resource) => `require_relative "resources/${fileName(resource)}"`);
  const namespaces = ['# The namespaces of a client.', 'module Namespaces', ...accessors(model.resources), 'end'];
  const text = rubyFile(namespaces).replace('\nmodule Orbinto\n', `\n${loaded.join('\n')}\n\nmodule Orbinto\n`);
  return new Map([...files, ['lib/orbinto/generated/resources.rb', text]]);
}

export function withBelow(resource: SdkResource): SdkResource[] {
  return [resource, ...resource.resources.flatMap(withBelow)];
}

export function className({ fullName }: SdkResource): string {
  return pascalCase(fullName);
}

function fileName({ fullName }: SdkResource): string {
  return fullName.replaceAll('.', '_');
}

function accessors(resources: readonly SdkResource[]): string[] {
  const each = resources.map((resource) => [
    ...comment(resource.description || `Calls of \`${resource.fullName}\`.`),
    `# @return [Resources::${className(resource)}]`,
    `def ${resource.name}`,
    `  Resources::${className(resource)}.new(@caller)`,
    'end',
  ]);
  return indented(each.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])));
}

function resourceClass(resource: SdkResource, types: Types): string[] {
  const operations = resource.methods.map((method) => operationOf(method, types));
  const constants = resource.methods.map(({ name }) => `:${constantName(name)}`);
  return [
    ...comment(resource.description || `Calls of \`client.${resource.fullName}\`.`),
    `class ${className(resource)} < Resource`,
    ...indented([
      ...operations,
      ...(constants.length > 0 ? [`private_constant ${constants.join(', ')}`] : []),
      ...resource.methods.flatMap((method) => ['', ...methodLines(method, types)]),
    ]),
    ...(resource.resources.length > 0 ? ['', ...accessors(resource.resources)] : []),
    'end',
  ];
}

function operationOf({ name, fullName, httpMethod, path, result, isRepeatable }: SdkMethod, types: Types): string {
  const cast = result && castOf(result, types);
  const members = [
    `name: ${literal(fullName)}`,
    `http_method: ${literal(httpMethod)}`,
    `path: ${literal(path)}`,
    ...(cast === undefined ? [] : [`result: ${cast}`]),
    `repeatable: ${isRepeatable}`,
  ];
  return `${constantName(name)} = Operation.new(${members.join(', ')}).freeze`;
}

function methodLines(method: SdkMethod, types: Types): string[] {
  const keywords = keywordsOf(method, types);
  const hashes = [
    ...hashOf('query', keywords, method.paging !== undefined),
    ...hashOf('body', keywords, false),
    'request_options: request_options',
  ];
  const start = `${method.paging ? 'list_of' : 'call'}(${constantName(method.name)}, [${positionals(method).join(', ')}]`;
  return [
    ...docLines(method, keywords, types),
    ...signature(method, keywords),
    ...indented(call(start, hashes)),
    'end',
  ];
}

/** An argument that is a hash, in one line; `call` breaks it. */
function hashOf(place: Keyword['place'], keywords: readonly Keyword[], always: boolean): string[] {
  const own = keywords.filter((keyword) => keyword.place === place);
  if (own.length === 0) return always ? [`${place}: {}`] : [];
  const pairs = own.map(({ name }) => `${literal(name)} => ${reading(name)}`);
  const line = `${place}: { ${pairs.join(', ')} }`;
  return [line.length <= 100 ? line : [`${place}: {`, ...filled(pairs, 2, 110), '}'].join('\n')];
}

function call(start: string, hashes: readonly string[]): string[] {
  const line = `${start}, ${hashes.join(', ')})`;
  if (line.length <= 110 && !line.includes('\n')) return [line];
  const rest = hashes.map((hash, index) => (index < hashes.length - 1 ? `${hash},` : hash)).join('\n');
  return [start.replace('(', '(\n  ').concat(','), ...indented(rest.split('\n')), ')'].flatMap((text) =>
    text.split('\n'),
  );
}

function signature(method: SdkMethod, keywords: readonly Keyword[]): string[] {
  const named = keywords.map(({ name, required }) => (required ? `${name}:` : `${name}: OMIT`));
  const all = [...positionals(method), ...named, 'request_options: {}'];
  const line = `def ${method.name}(${all.join(', ')})`;
  return line.length <= 112 ? [line] : [`def ${method.name}(`, ...filled(all, 2, 112), ')'];
}

function docLines(method: SdkMethod, keywords: readonly Keyword[], types: Types): string[] {
  const { summary, description, deprecated, keyLevel, scope, docUrl, result, paging, body } = method;
  const needs = [keyLevel && `a key of the level ${keyLevel}`, scope && `the scope \`${scope}\``].filter(Boolean);
  const gives = paging ? `List<${docType(paging.item, types)}>` : result ? docType(result, types) : 'nil';
  return [
    ...comment(`${summary}. ${unwrapped(description)}`),
    ...(needs.length > 0 ? ['#', `# Needs ${needs.join(' or ')}.`] : []),
    ...(body?.isMergePatch ? ['#', '# What is left out stays as it is; nil clears.'] : []),
    '#',
    ...(deprecated ? ['# @deprecated'] : []),
    ...method.pathParameters.map(({ name, description: text }) => comment(`@param ${name} [String] ${text}`, 2)).flat(),
    ...keywords.flatMap((keyword) => comment(keywordDoc(keyword, types), 2)),
    '# @param request_options [Hash{Symbol => Object}] timeout, total_timeout, max_retries, retry_unsafe, headers, api_key',
    `# @return [${gives}]`,
    '# @raise [APIError, ConnectionError, TimeoutError, InvalidResponseError, ConfigurationError]',
    `# @see ${docUrl}`,
  ];
}

function keywordDoc({ name, type, nullable, description }: Keyword, types: Types): string {
  const told = description.trim().replace(/\s*\n\s*/g, ' ');
  return `@param ${name} [${sentDocType(type, types)}${nullable ? ', nil' : ''}] ${told}`;
}

/** Lines of one paragraph are joined: the comment breaks them anew. */
function unwrapped(text: string): string {
  return text.replace(/([^\n])\n(?=[^\n])/g, '$1 ');
}
