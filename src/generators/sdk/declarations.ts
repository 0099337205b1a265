import type { LibraryLanguage } from './call-sample.ts';
import type { Declaration } from './declaration.ts';
import type { SdkMethod } from './methods.ts';
import type { SdkModel } from './model.ts';
import { methodDeclaration as inNode } from './node/print-methods.ts';
import { methodDeclaration as inPhp } from './php/methods.ts';
import { PhpTypes } from './php/php-types.ts';
import { Hints } from './python/hints.ts';
import { methodDeclaration as inPython } from './python/methods.ts';
import { typesByName } from './ruby/arguments.ts';
import { methodDeclaration as inRuby } from './ruby/signatures.ts';
import { camelCase } from './words.ts';

/** How each library declares a method, by its full name: printed by what prints the libraries. */
export function methodDeclarations(
  model: Pick<SdkModel, 'types'>,
): Readonly<Record<LibraryLanguage, (method: SdkMethod) => Declaration>> {
  const hints = new Hints(model);
  const phpTypes = new PhpTypes(model);
  const rubyTypes = typesByName(model);
  return {
    javascript: (method) => below(namesOf(method).map(camelCase), '.', inNode(method)),
    python: (method) => below(namesOf(method), '.', inPython(method, hints)),
    php: (method) => below(namesOf(method).map(camelCase), '->', inPhp(method, phpTypes)),
    ruby: (method) => below(namesOf(method), '.', inRuby(method, rubyTypes)),
  };
}

/** `visitors.sessions.list` → `visitors`, `sessions`. */
const namesOf = ({ fullName }: SdkMethod): string[] => fullName.split('.').slice(0, -1);

const below = (names: readonly string[], sign: string, [first = '', ...rest]: Declaration): Declaration => [
  [...names, first].join(sign),
  ...rest,
];
