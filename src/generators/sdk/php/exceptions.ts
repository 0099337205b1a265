import type { SdkModel } from '../model.ts';
import { docBlock, phpFile } from './php-text.ts';
import type { PhpFile } from './php-text.ts';

/** `NotFoundError` → `NotFoundException`: the habit of PHP. */
export const exceptionName = (className: string): string =>
  className.replace(/^API/, 'Api').replace(/Error$/, 'Exception');

/** A class for each status that has one. */
export function printExceptions({ errorClasses, errors }: SdkModel): PhpFile[] {
  const told = Object.entries(errorClasses.byStatus).map(([status, name]): [string, string, string[]] => {
    const codes = errors.filter((error) => error.status === Number(status)).map(({ code }) => code);
    return [exceptionName(name), `The API answered ${status}.`, codes];
  });
  const server = errors.filter(({ status }) => status >= 500).map(({ code }) => code);
  return [...told, ['ServerException', 'The API answered 5xx: something went wrong there.', server] as const].map(
    ([name, sentence, codes]): PhpFile => {
      const doc = docBlock([sentence, ...(codes.length > 0 ? ['', `Codes of today: ${codes.join(', ')}.`] : [])]);
      const body = `${doc}final class ${name} extends ApiException\n{\n}`;
      return [`Exception/${name}.php`, phpFile('Orbinto\\Exception', [], body)];
    },
  );
}
