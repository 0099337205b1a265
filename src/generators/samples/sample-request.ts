import type { BundledOperation, BundledSecurity } from '../../openapi/bundle/bundled-operation.ts';
import { cookiePairs, headerText } from '../../openapi/request/serialize.ts';
import type { FilledParameter } from './sample-address.ts';
import { addressOf } from './sample-address.ts';
import type { GivenBody } from './sample-body.ts';
import { sampleBody } from './sample-body.ts';
import { responseOf } from './sample-response.ts';
import { authHeaders, authNotes, isSecretOf, secretPairs } from './sample-security.ts';
import type { SampleRequest } from './request.ts';
import { joinTexts } from './request.ts';

export interface SampleValues extends GivenBody {
  /** Base of the address; the first server unless told. */
  server?: string;
  /** By `query:page`; a parameter that is not named is left out. The document's examples unless told. */
  parameters?: ReadonlyMap<string, unknown>;
  /** Name of the environment variable that holds the secret, or the one of each security scheme. */
  secretVariable: string | ((scheme: BundledSecurity) => string);
}

/** Key of a parameter in `SampleValues.parameters`. */
export function parameterKey({ in: place, name }: { in: string; name: string }): string {
  return `${place}:${name}`;
}

/** What a sample sends unless told: every required parameter. */
function defaultParameters(operation: BundledOperation): Map<string, unknown> {
  const needed = operation.parameters.filter(({ required, example }) => required && example !== undefined);
  return new Map(needed.map((parameter) => [parameterKey(parameter), parameter.example]));
}

/** The request that a sample prints: the operation with values filled in, secrets left out. */
export function sampleRequest(operation: BundledOperation, values: SampleValues): SampleRequest {
  const { secretVariable } = values;
  const auth = operation.security[0] ?? [];
  const secretOf = (scheme: BundledSecurity) => ({
    variable: typeof secretVariable === 'string' ? secretVariable : secretVariable(scheme),
  });
  const filled = filledParameters(operation, values.parameters ?? defaultParameters(operation), auth);
  const body = sampleBody(operation, values);
  const queryKeys = secretPairs(auth, 'query', secretOf);
  return {
    method: operation.method,
    url: addressOf(operation, values.server ?? operation.servers[0]?.url ?? '', filled, queryKeys),
    headers: [
      ...authHeaders(auth, secretOf),
      ...filled
        .filter(([{ in: place }]) => place === 'header')
        .map(([parameter, value]): [string, string] => [parameter.name, headerText(parameter, value)]),
      ...cookieHeader(filled, secretPairs(auth, 'cookie', secretOf)),
      ...(body.contentType === undefined ? [] : [['Content-Type', body.contentType] satisfies [string, string]]),
    ],
    ...(body.body !== undefined && { body: body.body, bodyFormat: body.bodyFormat }),
    ...(body.multipartType !== undefined && { multipartType: body.multipartType }),
    ...responseOf(operation),
    ...notesMember([...authNotes(auth, secretOf), ...(body.notes ?? [])]),
  };
}

/** What says who calls wins over a parameter in the same place. */
function filledParameters(
  { parameters }: BundledOperation,
  values: ReadonlyMap<string, unknown>,
  auth: BundledSecurity[],
): FilledParameter[] {
  return parameters
    .filter((parameter) => values.has(parameterKey(parameter)) && !auth.some((scheme) => isSecretOf(scheme, parameter)))
    .map((parameter) => [parameter, values.get(parameterKey(parameter))]);
}

function cookieHeader(filled: FilledParameter[], keys: SampleRequest['url'][]): SampleRequest['headers'] {
  const cookies = filled
    .filter(([{ in: place }]) => place === 'cookie')
    .flatMap(([parameter, value]) => cookiePairs(parameter, value));
  const all = [...cookies, ...keys].flatMap((pair, index) => (index === 0 ? [pair] : ['; ', pair]));
  return all.length > 0 ? [['Cookie', joinTexts(...all)]] : [];
}

function notesMember(notes: string[]): Pick<SampleRequest, 'notes'> {
  return notes.length > 0 ? { notes } : {};
}
