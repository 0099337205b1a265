import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds between two steps that go by themselves: time enough to read what came. */
const PAUSE = 700;

export interface Stepping {
  /** Whether steps are done by themselves. */
  readonly playing: boolean;
  /** What went wrong; the next step tries again. */
  readonly fault: string | undefined;
  /** Does one thing, after what was asked before; not while steps are done by themselves. */
  readonly act: (work: () => Promise<unknown>) => void;
  /** Does one step after the other until there is none left, or `stop` is called. */
  readonly play: (step: () => Promise<boolean>, pause?: number) => void;
  readonly stop: () => void;
}

/**
 * What a tool does at a press: one thing after the other, by hand or by itself. No press is lost, and no two are at work at once.
 * @param redraw is called after each step
 */
export function useStepping(redraw: () => void): Stepping {
  const [playing, setPlaying] = useState(false);
  const [fault, setFault] = useState<string>();
  const last = useRef(Promise.resolve());
  const wanted = useRef(false);
  useEffect(() => () => void (wanted.current = false), []);

  const inTurn = (work: () => Promise<unknown>) => {
    const begin = () => {
      setFault(undefined);
      return work();
    };
    const tell = (error: unknown) => setFault(error instanceof Error ? error.message : String(error));
    last.current = last.current.then(begin).catch(tell).then(redraw);
  };
  const goOn = async (step: () => Promise<boolean>, pause: number) => {
    while (wanted.current && (await step())) {
      redraw();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const end = () => {
    wanted.current = false;
    setPlaying(false);
  };
  return {
    playing,
    fault,
    act: (work) => {
      if (!wanted.current) inTurn(work);
    },
    play: (step, pause = PAUSE) => {
      if (wanted.current) return;
      wanted.current = true;
      setPlaying(true);
      inTurn(() => goOn(step, pause).finally(end));
    },
    stop: () => void (wanted.current = false),
  };
}
