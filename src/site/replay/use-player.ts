import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Player as Sandbox } from '../../sandbox/browser.ts';
import type { PlayedStep } from '../../sandbox/replay/played-step.ts';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';

/** Milliseconds between two steps while it plays: long enough to read a status. */
const pace = 900;

export type Play = Sandbox['play'];

export interface Player {
  /** What has been answered so far. */
  readonly played: readonly PlayedStep[];
  readonly isPlaying: boolean;
  /** What went wrong in the player itself. */
  readonly fault: string;
  readonly toggle: () => void;
  readonly step: () => void;
  readonly restart: () => void;
  /** Plays what is left at once. */
  readonly finish: () => void;
}

/** Plays a file, a request at a time. */
export function usePlayer(file: ReplayFile, play: Play): Player {
  const [played, setPlayed] = useState<readonly PlayedStep[]>([]);
  const [isPlaying, setPlaying] = useState(false);
  const [fault, setFault] = useState('');
  const run = useRef(play(file));
  const turn = useRef<Promise<void>>(Promise.resolve());
  const isDone = played.length === file.steps.length;

  const restart = () => {
    void run.current.return(undefined);
    run.current = play(file);
    setPlayed([]);
    setFault('');
  };
  // Before keys and buttons can be pressed: what was played first would be forgotten.
  useLayoutEffect(() => {
    restart();
    setPlaying(false);
    return () => void run.current.return(undefined);
  }, [file]);

  const failed = (error: unknown) => {
    setFault(error instanceof Error ? error.message : String(error));
    setPlaying(false);
    return { done: true as const, value: undefined };
  };
  /** One after the other: a press while a request is being answered waits. */
  const advance = (count: number) => {
    const own = run.current;
    turn.current = turn.current.then(async () => {
      for (let left = count; left > 0 && own === run.current; left -= 1) {
        const next = await own.next().catch(failed);
        if (next.done || own !== run.current) return;
        setPlayed((before) => [...before, next.value]);
      }
    });
  };

  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isDone) return setPlaying(false);
    const timer = setTimeout(() => advance(1), played.length === 0 ? 0 : pace);
    return () => clearTimeout(timer);
  }, [isPlaying, played.length, isDone]);

  /** Plays no further by itself, and does this. */
  const pauseAnd = (act: () => void) => () => {
    setPlaying(false);
    act();
  };
  const toggle = () => {
    if (isDone) restart();
    setPlaying(!isPlaying);
  };
  return {
    played,
    isPlaying,
    fault,
    toggle,
    step: pauseAnd(() => advance(1)),
    restart: pauseAnd(restart),
    finish: pauseAnd(() => advance(file.steps.length)),
  };
}
