import type { SdkModel } from '../model.ts';
import { Hints } from './hints.ts';
import { docstring, HEADER, indent, listed, literal } from './text.ts';

const IMPORTS = `"""The events that webhooks bring."""

from __future__ import annotations

from typing import Any, Callable, Literal, TypeVar, Union, overload

from .._event import UnknownEvent
from .._record import OneOf
from . import types

R = TypeVar("R")
`;

/** The union of all events, and a router whose handlers are typed by the event's name. */
export function printEvents(model: SdkModel): string {
  const hints = new Hints(model);
  const events = model.events.map(({ name, payload }) => ({
    name,
    hint: hints.ofAnswer(payload, 'types.'),
  }));
  const members = [...events.map(({ hint }) => hint), 'UnknownEvent'];
  const pairs = events.map(({ name, hint }) => `${literal(name)}: ${hint}`);
  const overloads = events.map(({ name, hint }) => overloadText(literal(name), hint));
  return [
    `${HEADER}${IMPORTS}`,
    listed(
      'EventName = Union[Literal[',
      events.map(({ name }) => literal(name)),
      '], str]',
    ),
    docstring('The names of all events.'),
    listed('Event = Union[', members, ']'),
    docstring('An event. `event.event` tells which; one that this version does not know is an `UnknownEvent`.'),
    `EVENTS = OneOf(\n    "event",\n    {\n${indent(pairs.join(',\n'), '        ')},\n    },\n    (),\n    UnknownEvent,\n)\n\n`,
    `class EventRouter:\n${indent(routerText(overloads))}`,
  ].join('\n');
}

function overloadText(name: string, hint: string): string {
  return `@overload\ndef on(\n    self, event: Literal[${name}]\n) -> Callable[[Callable[[${hint}], R]], Callable[[${hint}], R]]: ...\n`;
}

function routerText(overloads: readonly string[]): string {
  return `"""Knows the type of each event's handler."""

${overloads.join('\n')}
@overload
def on(self, event: str) -> Callable[[Callable[[Any], R]], Callable[[Any], R]]: ...

def on(self, event: str) -> Any:
    """Registers the function below as the handler of an event: \`@router.on("message.created")\`."""

    def register(handler: Callable[[Any], R]) -> Callable[[Any], R]:
        self._register(event, handler)
        return handler

    return register

def _register(self, event: str, handler: Callable[[Any], Any]) -> None:
    raise NotImplementedError
`;
}

/** A whole event each, as JSON: loaded by tests only. */
export function printExamples({ events }: SdkModel): string {
  const pairs = events.map(({ name, example }) => `    ${literal(name)}: ${literal(JSON.stringify(example))},\n`);
  return `${HEADER}"""A whole event each, as JSON."""\n\nfrom __future__ import annotations\n\nfrom typing import Dict\n\nEXAMPLES: Dict[str, str] = {\n${pairs.join('')}}\n`;
}
