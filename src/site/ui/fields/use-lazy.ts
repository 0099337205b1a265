import { useEffect, useReducer } from 'preact/hooks';
import type { Lazy } from '../../lazy.ts';

/**
 * Draws the component anew when what is loaded late has come, has failed or is tried again.
 * @param wanted true: it is fetched
 */
export function useLazy<Value>(chunk: Lazy<Value>, wanted?: boolean): Lazy<Value> {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => {
    if (wanted) chunk.preload();
    return chunk.subscribe(draw);
  }, [wanted]);
  return chunk;
}
