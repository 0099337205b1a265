import { useEffect, useReducer } from 'preact/hooks';
import type { Lazy } from '../../lazy.ts';

/** Draws the component anew when what is loaded late has come, has failed or is tried again. */
export function useLazy<Value>(chunk: Lazy<Value>): Lazy<Value> {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => chunk.subscribe(() => draw(undefined)), []);
  return chunk;
}
