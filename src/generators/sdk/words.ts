import { kebabCase } from '../../openapi/model/naming.ts';

/** Names in the habits of languages, from a name in any of them. */

const wordsOf = (name: string): string[] => kebabCase(name).split('-');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `page_viewed`, `message.created`, `listPets` → `PageViewed`, `MessageCreated`, `ListPets`. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(capital).join('');
}

/** `find_or_create` → `findOrCreate`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = wordsOf(name);
  return first + rest.map(capital).join('');
}

/** `findOrCreate`, `message.created` → `find_or_create`, `message_created`. */
export function snakeCase(name: string): string {
  return wordsOf(name).join('_');
}
