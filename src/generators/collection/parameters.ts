/** What a collection's requests send beside their bodies. */
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Operation, Parameter } from '../../openapi/model/operations.ts';
import { encodeName, encodeUnreserved } from '../../openapi/request/percent-encoding.ts';
import { parameterExample } from '../../openapi/schema/example.ts';
import { joinTexts, partsOf } from '../samples/request.ts';
import type { SecretText } from '../samples/request.ts';
import { isSecretOf } from '../samples/sample-security.ts';
import type { RequestAuth } from './auth.ts';
import { pathIds } from './chained-ids.ts';
import type { ChainedId } from './chained-ids.ts';

export interface CollectionParameter {
  name: string;
  in: Exclude<Parameter['in'], 'cookie'>;
  description: string;
  /** The document's example, or a variable where another request tells the value, or where it is a secret. */
  value: SecretText;
  isOptional: boolean;
}

type Given = Omit<CollectionParameter, 'in'> & { in: Parameter['in'] };

/** The documented parameters in their order, then what says who calls. Cookies are one header. */
export function parametersOf(
  document: OpenApiDocument,
  operation: Operation,
  chained: ReadonlyMap<string, ChainedId>,
  auth: RequestAuth,
): CollectionParameter[] {
  const kept = new Map(
    pathIds(operation.path).flatMap(({ name, variable }) => (chained.has(variable) ? [[name, variable]] : [])),
  );
  const documented = operation.parameters
    .filter((parameter) => !auth.schemes.some((scheme) => isSecretOf(scheme, parameter)))
    .map((parameter): Given => {
      const variable = parameter.in === 'path' ? kept.get(parameter.name) : undefined;
      return {
        name: parameter.name,
        in: parameter.in,
        description: parameter.description,
        value: variable === undefined ? asText(parameterExample(document, parameter)) : [{ variable, kept: true }],
        isOptional: !parameter.required,
      };
    });
  const secrets = auth.sent.map((one): Given => ({ ...one, description: '', isOptional: false }));
  const all = [...documented, ...secrets];
  return [...all.filter(isNoCookie), ...cookieHeader(all.filter((one) => one.in === 'cookie' && !one.isOptional))];
}

function isNoCookie(parameter: Given): parameter is CollectionParameter {
  return parameter.in !== 'cookie';
}

function cookieHeader(cookies: Given[]): CollectionParameter[] {
  if (cookies.length === 0) return [];
  const pairs = cookies.flatMap(({ name, value }, index) => [index === 0 ? '' : '; ', pairText(name, value)]);
  return [{ name: 'Cookie', in: 'header', description: '', value: joinTexts(...pairs), isOptional: false }];
}

/** `page=2`, percent-encoded, with variables where they stand. */
function pairText(name: string, value: SecretText): SecretText {
  return joinTexts(`${encodeName(name)}=`, encodedText(value, encodeUnreserved));
}

/** The text with all but its variables encoded. */
export function encodedText(text: SecretText, encode: (part: string) => string): SecretText {
  return joinTexts(...partsOf(text).map((part): SecretText => (typeof part === 'string' ? encode(part) : [part])));
}

/** A value as it is sent. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
