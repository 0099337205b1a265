/** A comment before a declaration, or nothing where there is nothing to say. Empty parts are left out. */
export function docComment(parts: readonly (string | undefined)[], indent = ''): string {
  const lines = parts.flatMap((part) => (part?.trim() ? part.trim().replaceAll('*/', '*\\/').split('\n') : []));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

/** A text of the language, in quotes. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The name of a member, in quotes where it has to be. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}
