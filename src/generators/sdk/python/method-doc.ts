import type { SdkMethod } from '../methods.ts';
import type { Argument, MethodArguments } from './arguments.ts';
import { docstring } from './text.ts';

/** What a method does, takes, gives and raises. */
export function methodDoc(method: SdkMethod, all: MethodArguments): string {
  const { summary, description, deprecated, docUrl, paging, result, keyLevel, scope, errorCodes } = method;
  const needs = [keyLevel && `a key of level \`${keyLevel}\``, scope && `the scope \`${scope}\``].filter(Boolean);
  const returns = paging
    ? ':returns: a list that is read as it is wanted: iterate over it, or call `page()`, `pages()`, `take(n)`'
    : !result && ':returns: nothing';
  const lines = [
    `${summary}${/[.!?]$/.test(summary) ? '' : '.'}`,
    ...(deprecated ? ['', 'Deprecated.'] : []),
    ...(description && description !== summary ? ['', description] : []),
    ...(needs.length > 0 ? ['', `Needs ${needs.join(' or ')}. ${docUrl}`] : ['', docUrl]),
    '',
    ...parameters(all),
    ...(returns ? [returns] : []),
    `:raises OrbintoError: ${errorCodes.length > 0 ? `with \`code\` one of ${errorCodes.join(', ')}` : 'when it fails'}`,
  ];
  return docstring(lines.join('\n'));
}

export function helperDoc(all: MethodArguments): string {
  const text = [
    'Finds the contact with this email, or creates it.',
    '',
    'Safe to call again: where the answer to the creation was lost, or somebody else was faster, the contact that is there',
    'is given, as it is. The other fields are used only where it is created.',
    '',
    ...parameters(all),
  ];
  return docstring(text.join('\n'));
}

function parameters({ path, body = [], query }: MethodArguments): string[] {
  const told = ({ name, description }: Argument): string =>
    `:param ${name}: ${description.replaceAll(/\s*\n\s*/g, ' ').trim() || 'see the documentation'}`;
  return [...[...path, ...body, ...query].map(told), ':param options: what this call does otherwise than the client'];
}
