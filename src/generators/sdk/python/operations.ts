import type { SdkMethod } from '../methods.ts';
import type { SdkModel } from '../model.ts';
import { Hints } from './hints.ts';
import { HEADER, indent, literal } from './text.ts';

const IMPORTS = `"""The operations of the API, for both clients."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from .._call import Operation
from . import types
`;

/** `visitors.sessions.list` → `VISITORS_SESSIONS_LIST`. */
export function operationName({ fullName }: Pick<SdkMethod, 'fullName'>): string {
  return fullName.replaceAll('.', '_').toUpperCase();
}

export function printOperations(model: SdkModel): string {
  const hints = new Hints(model);
  return `${HEADER}${IMPORTS}\n${model.methods.map((method) => operationText(method, hints)).join('')}`;
}

function operationText(method: SdkMethod, hints: Hints): string {
  const { fullName, httpMethod, path, body, isRepeatable, result } = method;
  const hint = result ? hints.ofAnswer(result, 'types.') : 'None';
  // Anything but None: the answer has a body, even where nothing in it is a record.
  const form = result && (hints.formOf(result, 'types.') ?? '[None]');
  const lines = [
    `${literal(fullName)},`,
    `${literal(httpMethod)},`,
    `${literal(path)},`,
    ...(body ? [`content_type=${literal(body.contentTypes[0])},`] : []),
    ...(isRepeatable ? ['is_repeatable=True,'] : []),
    ...(form === undefined ? [] : [`form=${form},`]),
  ];
  return `${operationName(method)}: Operation[${hint}] = Operation(\n${indent(lines.join('\n'))}\n)\n`;
}
