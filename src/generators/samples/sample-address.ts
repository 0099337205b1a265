/** The address of a sample's request. */
import type { BundledOperation, BundledParameter } from '../../openapi/bundle/bundled-operation.ts';
import { pairName, pathTemplate } from '../../openapi/model/path-template.ts';
import { absoluteServer } from '../../openapi/model/server-urls.ts';
import { encodeFixedPath } from '../../openapi/request/percent-encoding.ts';
import { querystringText } from '../../openapi/request/querystring.ts';
import { pathText, queryPairs } from '../../openapi/request/serialize.ts';
import type { SecretText } from './request.ts';
import { joinTexts } from './request.ts';

/** A parameter with its value. */
export type FilledParameter = [parameter: BundledParameter, value: unknown];

/** Server, path and query with the parameters in their places. @param keys Secrets that stand in the query. */
export function addressOf(
  operation: BundledOperation,
  server: string,
  filled: FilledParameter[],
  keys: SecretText[],
): SecretText {
  const { path, query } = pathTemplate(operation.path);
  const fixed = query.filter((pair) => !isParameter(operation, pair)).map((pair) => fill(pair, filled));
  const pairs = filled
    .filter(([{ in: place }]) => place === 'query')
    .flatMap(([parameter, value]) => queryPairs(parameter, value));
  const whole = filled
    .filter(([{ in: place }]) => place === 'querystring')
    .map(([parameter, value]) => querystringText(parameter, value))
    .filter((text) => text !== '');
  const all = [...fixed, ...whole, ...pairs, ...keys].flatMap((pair, index) => [index === 0 ? '?' : '&', pair]);
  return joinTexts(absoluteServer(server), fill(path, filled), ...all);
}

/** Whether a fixed pair of the query is there to show where a parameter goes. */
function isParameter({ parameters }: BundledOperation, pair: string): boolean {
  return parameters.some(({ in: place, name }) => place === 'query' && name === pairName(pair));
}

/** What is not filled in stays in braces. */
function fill(template: string, filled: FilledParameter[]): string {
  return template
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      if (!/^\{.+\}$/.test(part)) return encodeFixedPath(part);
      const found = filled.find(([{ in: place, name }]) => place === 'path' && `{${name}}` === part);
      return found ? pathText(...found) : part;
    })
    .join('');
}
