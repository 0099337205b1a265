import { useEffect, useReducer } from 'preact/hooks';
import { pageSandbox } from '../session/environments.ts';
import type { Playground } from './playground.ts';

/** Milliseconds between two looks at what is on its way: at first, and once it has to wait for its retry. */
const SOON = 60;
const LATER = 1000;
/** Looks at the first pace. */
const QUICK_LOOKS = 50;

/** Draws the playground anew when it changes; keeps it up to date with what is delivered and what other tabs do. */
export function usePlayground(playground: Playground): void {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let following: ReturnType<typeof setTimeout> | undefined;
    let looks = 0;
    const look = async (): Promise<void> => {
      timer = undefined;
      const isWaiting = await playground.look();
      if (isWaiting && timer === undefined) wait();
    };
    const wait = (): void => {
      looks += 1;
      timer = setTimeout(() => void look(), looks < QUICK_LOOKS ? SOON : LATER);
    };
    /** What was done is delivered a moment later. */
    let latest: string | undefined;
    const change = (): void => {
      draw();
      const call = playground.state.entries.find(({ kind }) => kind === 'call')?.key;
      if (call === latest) return;
      latest = call;
      looks = 0;
      if (timer === undefined) wait();
    };
    /** One act of another tab is several changes. */
    const follow = (): void => {
      clearTimeout(following);
      following = setTimeout(() => void playground.refresh(), SOON);
    };
    const endWatch = playground.subscribe(change);
    let endTabs: (() => void) | undefined;
    void pageSandbox.load().then(
      (sandbox) => (endTabs = sandbox.onChangeElsewhere(follow)),
      () => undefined,
    );
    void playground.refresh();
    return () => {
      endWatch();
      endTabs?.();
      clearTimeout(timer);
      clearTimeout(following);
    };
  }, [playground]);
}
