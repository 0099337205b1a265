import type { SdkModel } from '../model.ts';
import type { SdkResource } from '../resources.ts';
import { pascalCase } from '../words.ts';
import { Hints } from './hints.ts';
import { methodText } from './methods.ts';
import type { Flavour } from './methods.ts';
import { docstring, HEADER, indent } from './text.ts';

function imports({ pager, prefix, suffix }: Flavour): string {
  const lower = prefix.toLowerCase();
  return `"""The namespaces of the ${lower || 'synchronous'}${lower && 'hronous'} client."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Union, overload

from .._config import CallOptions
from .._find_or_create import find_or_create${suffix}
from .._not_given import NOT_GIVEN, NotGiven, given
from .._paging import ${pager}
from .._resource import ${prefix}Caller, ${prefix}Resource
from . import operations, params, types
`;
}

/** The namespaces of one of the two clients. */
export function printResources(model: SdkModel, flavour: Flavour): string {
  const hints = new Hints(model);
  const classes = model.resources.flatMap((resource) => classTexts(resource, hints, flavour));
  const root = namespaces(model.resources, flavour, 'self');
  const { prefix } = flavour;
  return `${HEADER}${imports(flavour)}${classes.join('')}\n\nclass ${prefix}Resources(${prefix}Caller):\n${indent(`"""All namespaces."""\n${root}`)}`;
}

function className({ fullName }: SdkResource, { prefix }: Flavour): string {
  return `${prefix}${pascalCase(fullName.replaceAll('.', '_'))}`;
}

/** Those below come first. */
function classTexts(resource: SdkResource, hints: Hints, flavour: Flavour): string[] {
  const below = resource.resources.flatMap((child) => classTexts(child, hints, flavour));
  const doc = docstring(resource.description || `\`client.${resource.fullName}\`.`);
  const inner = namespaces(resource.resources, flavour, 'self._client');
  const methods = resource.methods.map((method) => `\n${methodText(method, hints, flavour)}`);
  const body = indent(`${doc}${inner}${methods.join('')}`);
  return [...below, `\n\nclass ${className(resource, flavour)}(${flavour.prefix}Resource):\n${body}`];
}

function namespaces(resources: readonly SdkResource[], flavour: Flavour, client: string): string {
  const texts = resources.map((resource) => {
    const name = className(resource, flavour);
    const doc = docstring(resource.description || `\`client.${resource.fullName}\`.`);
    return `\n@cached_property\ndef ${resource.name}(self) -> ${name}:\n${indent(`${doc}return ${name}(${client})\n`)}`;
  });
  return texts.join('');
}
