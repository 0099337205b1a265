import type { SdkModel } from '../model.ts';
import type { SdkField, SdkObject, SdkUnion } from '../sdk-type.ts';
import { Hints } from './hints.ts';
import { docstring, HEADER, indent, isIdentifier, listed, literal, unionOf } from './text.ts';

const IMPORTS = `"""What calls take, as types of plain dictionaries."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Mapping, Sequence, TypedDict, Union

from . import types
`;

/** Typed dictionaries for the objects that are sent. */
export function printParams(model: SdkModel): string {
  const hints = new Hints(model);
  const sent = model.types.filter(({ usedIn }) => usedIn.includes('request'));
  const objects = sent.filter((type): type is SdkObject => type.kind === 'object');
  const unions = sent.filter((type): type is SdkUnion => type.kind === 'union');
  const names = [...objects, ...unions].map(({ name }) => `${name}Param`).sort();
  const texts = [...objects.map((type) => objectText(type, hints)), ...unions.map((type) => unionText(type, hints))];
  return `${HEADER}${IMPORTS}\n${listed('__all__ = [', names.map(literal), ']')}\n\n${texts.join('\n')}`;
}

function objectText({ name, description, fields }: SdkObject, hints: Hints): string {
  const required = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  const own = `${name}Param`;
  const doc = description || `What the API calls ${name}.`;
  // Without NotRequired, which Python 3.9 lacks: a class for what must be there, one above it for what may.
  if (optional.length === 0) return dictText(own, 'TypedDict', required, doc, hints);
  if (required.length === 0) return dictText(own, 'TypedDict, total=False', optional, doc, hints);
  const base = dictText(`_${name}Required`, 'TypedDict', required, '', hints);
  return `${base}\n${dictText(own, `_${name}Required, total=False`, optional, doc, hints)}`;
}

function dictText(name: string, base: string, fields: readonly SdkField[], doc: string, hints: Hints): string {
  if (!fields.every((field) => isIdentifier(field.name))) return functionalText(name, base, fields, doc, hints);
  const lines = fields.map((field) => `${field.name}: ${hintOf(field, hints)}\n${docstring(field.description)}`);
  return `\nclass ${name}(${base}):\n${indent(`${docstring(doc)}\n${lines.join('')}`.trimStart())}`;
}

/** A field whose name is a word of the language can only be written as a text. */
function functionalText(name: string, base: string, fields: readonly SdkField[], doc: string, hints: Hints): string {
  if (base.startsWith('_')) throw new Error(`${name} has optional fields that are words of Python: not printed yet`);
  const pairs = fields.map((field) => `    ${literal(field.name)}: ${literal(hintOf(field, hints))},\n`);
  const total = base.includes('total=False') ? ', total=False' : '';
  return `\n${name} = TypedDict(\n    ${literal(name)},\n    {\n${indent(pairs.join(''))}    }${total},\n)\n${docstring(doc)}`;
}

function hintOf({ type, nullable }: SdkField, hints: Hints): string {
  const hint = hints.ofArgument(type);
  return nullable ? unionOf([hint, 'None']) : hint;
}

function unionText({ name, description, members }: SdkUnion, hints: Hints): string {
  const hint = unionOf(members.map(({ type }) => hints.ofArgument(type)));
  return `\n${name}Param = ${hint}\n${docstring(description)}`;
}
