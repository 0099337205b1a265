import { h, render } from 'preact';
import type { ComponentChild } from 'preact';
import '../console/console.css';
import { keepFocus } from '../ui/focus/keep-focus.chunk.ts';
import { Guarded } from '../ui/guard/Guarded.tsx';
import './demo.css';
import { sandboxCode } from '../private-sandbox.ts';

/** Shows a tool in its place, and fetches the sandbox that it will ask. */
export function mountDemo(place: HTMLElement, tool: ComponentChild): void {
  sandboxCode.preload();
  place.replaceChildren();
  render(h(Guarded, { name: 'This tool', children: tool }), place);
  keepFocus(place);
}
