import { isOnWorkerd } from '../edge/hosted.ts';
import { operations } from './contract.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import type { Random } from '../../src/sandbox/random.ts';

/** Methods in small letters, which HTTP does not know, never reach a hosted sandbox: workerd answers them itself. */
const UNKNOWN = isOnWorkerd ? [] : ['propfind'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY', ...UNKNOWN];
const PREFIXES = ['/v1', '/v1', '/v1', '/v1', '/V1', '//v1', '/v2', '/v1/v1', '/%76%31', ''];
const ENDS = ['', '', '', '/', '//', '?', '?x', '%2F', ';a=b', '#part', '.json'];
const SEGMENTS = [
  '',
  '.',
  '..',
  '%2e%2e',
  '%2F',
  'a%2Fb',
  '%00',
  '%F0%9F%A6%8A',
  'é',
  '🦊',
  '%',
  '%zz',
  '%C0%AF',
  '+',
  '%20',
  '__proto__',
  'con_abc123',
  'close',
  '*',
  ':id',
  '{id}',
  'x'.repeat(3000),
];

/** A request to an address that may or may not exist, by a method that it may or may not take. */
export function strayRequest(random: Random, base: string): Request {
  const { path } = random.pick(operations);
  const odd = path.replaceAll(/[^/]+/g, (segment) =>
    segment.startsWith('{') || random.chance(0.1) ? random.pick(SEGMENTS) : segment,
  );
  const more = random.chance(0.15) ? `/${random.pick(SEGMENTS)}` : '';
  const url = `${base}${random.pick(PREFIXES)}${odd}${more}${random.pick(ENDS)}`;
  const headers = { Authorization: 'Bearer sk_test_fuzzing1' };
  return new Request(url, { method: random.pick(METHODS), headers });
}

/** What the specification says of a request's address and method: the operation, or the status of the refusal. */
export function targetOf({ url, method }: Request): Operation | 400 | 404 | 405 {
  const { pathname, search } = new URL(url);
  if (!isDecodable(pathname) || !isDecodable(search)) return 400;
  const found = operations.filter(({ path }) => patternOf(path).test(pathname));
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  const isKnown = method === method.toUpperCase();
  if (found.length === 0) return 404;
  return found.find((operation) => isKnown && operation.method === wanted) ?? 405;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
