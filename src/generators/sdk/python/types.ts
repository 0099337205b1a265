import type { SdkModel } from '../model.ts';
import type { SdkEnum, SdkField, SdkNamedType, SdkObject, SdkUnion } from '../sdk-type.ts';
import { Hints, unionForm } from './hints.ts';
import { argumentName, DICT_METHODS, docstring, HEADER, indent, listed, literal, unionOf } from './text.ts';

const IMPORTS = `"""The records that the API answers with. All are open: fields and values that come later are kept."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Union

from .._event import EventRecord
from .._record import ListPage, OneOf, Record, UnknownRecord
`;

/** Classes of the objects of answers and events, and names for their enums and unions. */
export function printTypes(model: SdkModel): string {
  const hints = new Hints(model);
  const roles: Roles = {
    lists: new Set(model.methods.flatMap(({ paging }) => (paging?.list.kind === 'named' ? [paging.list.name] : []))),
    events: new Set(model.events.flatMap(({ payload }) => (payload.kind === 'named' ? [payload.name] : []))),
  };
  const shown = model.types.filter((type) => type.kind === 'enum' || type.usedIn.some((use) => use !== 'request'));
  const objects = shown.filter((type): type is SdkObject => type.kind === 'object');
  const unions = shown.filter((type): type is SdkUnion => type.kind === 'union');
  const names = ['ListPage', 'Record', 'UnknownRecord', ...shown.map(({ name }) => name)].sort();
  const parts = [
    ...shown.filter((type): type is SdkEnum => type.kind === 'enum').map(enumText),
    ...shown.filter((type) => type.kind === 'alias' || type.kind === 'union').map((type) => aliasText(type, hints)),
    ...objects.map((type) => classText(type, hints, roles)),
  ];
  const forms = [
    ...unions.map((union) => `${unionForm(union.name)} = ${oneOf(union, hints)}\n`),
    ...objects.flatMap((type) => partsText(type, hints)),
  ];
  return `${HEADER}${IMPORTS}\n${listed('__all__ = [', names.map(literal), ']')}\n\n${parts.join('\n')}\n\n${forms.join('')}`;
}

interface Roles {
  lists: ReadonlySet<string>;
  events: ReadonlySet<string>;
}

function enumText({ name, description, values }: SdkEnum): string {
  const list = values.map(({ value }) => literal(value));
  const told = values.map(({ value, description: text }) => `- \`${value}\`${text ? `: ${text}` : ''}`);
  return `${listed(`${name} = Union[Literal[`, list, '], str]')}\n${docstring([description, '', ...told].join('\n'))}`;
}

function aliasText(type: SdkNamedType, hints: Hints): string {
  const quoted = (hint: string): string =>
    hint.replace(/\b(?!List|Dict|Union|Literal|Any|None|str|int|float|bool)[A-Z]\w*/g, '"$&"');
  const doc = docstring(type.description);
  if (type.kind === 'alias') return `${type.name} = ${quoted(hints.ofAnswer(type.type))}\n${doc}`;
  if (type.kind !== 'union') return '';
  const members = type.members.map((member) => quoted(hints.ofAnswer(member.type)));
  return `${type.name} = ${unionOf([...members, '"UnknownRecord"'])}\n${doc}`;
}

function classText(type: SdkObject, hints: Hints, { lists, events }: Roles): string {
  const fieldHint = (name: string): string => {
    const field = type.fields.find((candidate) => candidate.name === name);
    return field ? hints.ofAnswer(field.type.kind === 'array' ? field.type.items : field.type) : 'Any';
  };
  const isList = lists.has(type.name);
  const page = `ListPage["${fieldHint('data')}", "${fieldHint('pagination')}"]`;
  const base = isList ? page : events.has(type.name) ? 'EventRecord' : 'Record';
  const fields = isList ? [] : type.fields.map((field) => fieldText(field, hints));
  const doc = docstring(type.description || `What the API calls ${type.name}.`);
  return `\nclass ${type.name}(${base}):\n${indent(`${doc}\n__slots__ = ()\n${fields.join('')}`)}`;
}

function fieldText(field: SdkField, hints: Hints): string {
  const { name, nullable, required, description, deprecated } = field;
  if (DICT_METHODS.has(name)) return `# ${name}: read it as record[${literal(name)}].\n`;
  const hint = hints.ofAnswer(field.type);
  const shown =
    nullable || !required ? unionOf([hint, 'None']).replace(/^Union\[([^,[\]]+), None\]$/, 'Optional[$1]') : hint;
  const attribute = argumentName(name);
  const sent = attribute === name ? '' : ` Sent as \`${name}\`.`;
  return `${attribute}: ${shown}\n${docstring(`${description}${sent}${deprecated ? ' Deprecated.' : ''}`)}`;
}

function oneOf({ discriminator, members }: SdkUnion, hints: Hints): string {
  const form = (type: SdkUnion['members'][number]['type']): string => hints.formOf(type) ?? 'UnknownRecord';
  if (discriminator !== undefined) {
    const pairs = members.map(({ type, value }) => `${literal(value ?? '')}: ${form(type)}`);
    return `OneOf(${literal(discriminator)}, {${pairs.join(', ')}}, ())`;
  }
  const pairs = members.map(
    ({ type, ownFields }) => `((${ownFields.map((name) => `${literal(name)},`).join(' ')}), ${form(type)}),`,
  );
  return `OneOf(None, {}, (${pairs.join(' ')}))`;
}

/** Which fields hold records themselves. Behind all classes, since they name each other. */
function partsText({ name, fields }: SdkObject, hints: Hints): string[] {
  const pairs = fields.flatMap((field) => {
    const form = hints.formOf(field.type);
    return form === undefined ? [] : [`${literal(field.name)}: ${form}`];
  });
  return pairs.length === 0 ? [] : [`${name}._parts = {${pairs.join(', ')}}\n`];
}
