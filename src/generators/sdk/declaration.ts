/**
 * How a language declares a method, in parts that belong on one line; a space stands between two: `get(id: string,`, `options?: O):`, `Call<A>`.
 */
export type Declaration = readonly string[];

/**
 * @param name with what stands before the parameters
 * @param parameters one at least
 * @param gives `: Contact` or ` -> Contact`, as the language writes it
 */
export function declaration(name: string, parameters: readonly string[], gives: string): Declaration {
  const [sign = '', ...result] = gives.split(' ');
  const last = parameters.length - 1;
  const parts = parameters.map((parameter, index) => parameter + (index < last ? ',' : `)${sign}`));
  return [`${name}(${parts[0]}`, ...parts.slice(1), result.join(' ')];
}

export const declarationText = (parts: Declaration): string => parts.join(' ');
