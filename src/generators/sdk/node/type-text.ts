import type { SdkType } from '../sdk-type.ts';
import { quoted } from './doc-comment.ts';

/**
 * A type as TypeScript writes it.
 * @param isSent whether it is only ever sent: dates may then be given as such
 */
export function typeText(type: SdkType, isSent = false): string {
  switch (type.kind) {
    case 'string':
      return isSent && type.format === 'date-time' ? 'string | Date' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'any':
      return 'unknown';
    case 'constant':
      return typeof type.value === 'string' ? quoted(type.value) : String(type.value);
    case 'array':
      return `${grouped(typeText(type.items, isSent))}[]`;
    case 'map':
      return `Record<string, ${typeText(type.values, isSent)}>`;
    case 'nullable':
      return `${typeText(type.of, isSent)} | null`;
    case 'named':
      return type.name;
  }
}

const grouped = (text: string): string => (text.includes(' | ') ? `(${text})` : text);

/** The named types that a printed text may use, as one import. */
export function importOfTypes(names: Iterable<string>, text: string, from = './types.ts'): string {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/'(?:[^'\\\n]|\\.)*'/g, '');
  const used = [...new Set(names)].filter((name) => new RegExp(`\\b${name}\\b`).test(code)).sort();
  return used.length > 0 ? `import type { ${used.join(', ')} } from '${from}';\n` : '';
}
