import { javascriptLiteral } from '../samples/javascript.ts';
import type { LanguageId } from '../samples/languages.ts';
import { literal } from '../samples/literal.ts';
import type { Dialect } from '../samples/literal.ts';
import { phpLiteral } from '../samples/php.ts';
import { pythonLiteral } from '../samples/python.ts';
import { rubyLiteral } from '../samples/ruby.ts';
import type { SdkMethod } from './methods.ts';
import { camelCase, snakeCase } from './words.ts';

/** The languages that have a client library. */
export type LibraryLanguage = Extract<LanguageId, 'javascript' | 'python' | 'php' | 'ruby'>;

/** The call of a method by a client library, as a whole program; the arguments are the document's example. */
export const callSamples: Readonly<Record<LibraryLanguage, (method: SdkMethod) => string>> = {
  javascript: (method) => {
    const name = camelCase(nameOf(method));
    const call = `orbinto.${dotted(method)}(${inOneMap(method, javascriptLiteral)})`;
    const shown = method.paging
      ? [`for await (const ${name} of ${call}) {`, `  console.log(${name});`, '}']
      : method.result
        ? [`const ${name} = await ${call};`, `console.log(${name});`]
        : [`await ${call};`];
    return program("import { Orbinto } from '@orbinto/node';", '', 'const orbinto = new Orbinto();', ...shown);
  },
  python: (method) => {
    const name = snakeCase(nameOf(method));
    const call = `client.${method.fullName}(${byName(method, pythonLiteral, '=')})`;
    const shown = method.paging
      ? [`for ${name} in ${call}:`, `    print(${name})`]
      : method.result
        ? [`${name} = ${call}`, `print(${name})`]
        : [call];
    return program('from orbinto import Orbinto', '', 'client = Orbinto()', ...shown);
  },
  php: (method) => {
    const name = `$${camelCase(nameOf(method))}`;
    const call = `$orbinto->${dotted(method).replaceAll('.', '->')}(${inOneMap(method, phpLiteral)})`;
    const shown = method.paging
      ? [`foreach (${call} as ${name}) {`, `    print_r(${name}->toArray());`, '}']
      : method.result
        ? [`${name} = ${call};`, `print_r(${name}->toArray());`]
        : [`${call};`];
    return program('<?php', "require 'vendor/autoload.php';", '', '$orbinto = new Orbinto\\Client();', ...shown);
  },
  ruby: (method) => {
    const name = snakeCase(nameOf(method));
    const call = `client.${method.fullName}(${byName(method, rubyLiteral, ': ')})`.replace(/\(\)$/, '');
    const shown = method.paging
      ? [`${call}.each do |${name}|`, `  p ${name}`, 'end']
      : method.result
        ? [`${name} = ${call}`, `p ${name}`]
        : [call];
    return program('require "orbinto"', '', 'client = Orbinto::Client.new', ...shown);
  },
};

function program(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** `conversations.messages.list`, each part in camel case. */
function dotted({ fullName }: SdkMethod): string {
  return fullName.split('.').map(camelCase).join('.');
}

/** What comes back is called by its type, one of the items of a list by the list. */
function nameOf({ fullName, result, paging }: SdkMethod): string {
  if (paging || result?.kind !== 'named') return fullName.split('.').at(-2)?.replace(/s$/, '') ?? 'result';
  return result.name;
}

/** Path parameters in their order, then a map of what is sent. */
function inOneMap({ example: { path, body } }: SdkMethod, dialect: Dialect): string {
  return [...Object.values(path), ...(body === undefined ? [] : [body])]
    .map((value) => literal(value, dialect))
    .join(', ');
}

/** Path parameters in their order, then what is sent by name; on lines of their own where these are several. */
function byName({ example: { path, body = {} } }: SdkMethod, dialect: Dialect, sign: string): string {
  const members = Object.entries(body as Record<string, unknown>);
  const depth = members.length > 1 ? 1 : 0;
  const all = [
    ...Object.values(path).map((value) => literal(value, dialect)),
    ...members.map(([name, value]) => name + sign + literal(value, dialect, depth)),
  ];
  return depth === 0 ? all.join(', ') : `\n${all.map((one) => `${dialect.indent}${one},`).join('\n')}\n`;
}
