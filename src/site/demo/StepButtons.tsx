import type { ComponentChildren } from 'preact';
import type { Stepping } from './use-stepping.ts';

interface StepButtonsProps {
  stepping: Pick<Stepping, 'playing' | 'stop'>;
  /** Does one step; undefined where there is none to do, or none that this button does. */
  onNext?: (() => void) | undefined;
  /** On the button of one step; without it there is no such button. */
  nextName?: string;
  /** Does all that are left; undefined where none is left. */
  onPlay: (() => void) | undefined;
  playName?: string;
  /** Undefined where nothing was done yet. */
  onRestart: (() => void) | undefined;
  /** Further buttons. */
  children?: ComponentChildren;
}

/** One step, all steps, stop, and from the beginning: what each tool that goes step by step has. */
export function StepButtons(props: StepButtonsProps) {
  const { stepping, onNext, nextName, onPlay, playName = 'Play to the end', onRestart, children } = props;
  const { playing, stop } = stepping;
  return (
    <p class="ob-actions">
      {nextName !== undefined && (
        <button type="button" class="ob-button" data-main disabled={playing || !onNext} onClick={onNext}>
          {nextName}
        </button>
      )}
      <button
        type="button"
        class="ob-button"
        data-main={nextName === undefined || undefined}
        disabled={!playing && !onPlay}
        onClick={playing ? stop : onPlay}
      >
        {playing ? 'Stop' : playName}
      </button>
      {children}
      <button type="button" class="ob-button" disabled={playing || !onRestart} onClick={onRestart}>
        Start again
      </button>
    </p>
  );
}
