import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';
import { areOn } from '../shortcuts/preferences.ts';
import { PlayedEntry, WaitingEntry } from './StepEntry.tsx';
import { usePlayer } from './use-player.ts';
import type { Play, Player } from './use-player.ts';

/** A session, played step by step in a sandbox of its own: nothing of the reader's is touched. */
export function ReplayPlayer({ file, play }: { file: ReplayFile; play: Play }) {
  const player = usePlayer(file, play);
  const { played, isPlaying, fault } = player;
  const list = useRef<HTMLOListElement>(null);
  const total = file.steps.length;
  // With what is shown, not a moment later: a key that is pressed at once counts.
  useLayoutEffect(() => listenToKeys(player));
  useEffect(() => {
    if (isPlaying) list.current?.children[played.length - 1]?.scrollIntoView({ block: 'nearest' });
  }, [played.length]);
  return (
    <section aria-label="Replay" data-replay data-played={played.length}>
      <Bar player={player} total={total} />
      <Facts file={file} />
      {fault !== '' && <p class="ob-replay-problem">The replay cannot go on: {fault}</p>}
      <ol class="ob-replay-steps" ref={list}>
        {file.steps.map((step, index) => {
          const answered = played[index];
          return answered ? (
            <PlayedEntry key={index} played={answered} />
          ) : (
            <WaitingEntry key={index} step={step} index={index} />
          );
        })}
      </ol>
    </section>
  );
}

/** The buttons, and how far it is. */
function Bar({ player, total }: { player: Player; total: number }) {
  const { played, isPlaying, toggle, step, finish, restart } = player;
  const last = played.at(-1);
  const isDone = played.length === total;
  return (
    <div class="ob-replay-bar">
      <button type="button" class="ob-button" aria-keyshortcuts="p" onClick={toggle}>
        {isPlaying ? 'Pause' : isDone ? 'Play again' : 'Play'}
      </button>
      <button type="button" class="ob-button" aria-keyshortcuts="n" disabled={isDone} onClick={step}>
        Next step
      </button>
      <button type="button" class="ob-button" disabled={isDone} onClick={finish}>
        To the end
      </button>
      <button type="button" class="ob-button" aria-keyshortcuts="r" disabled={played.length === 0} onClick={restart}>
        Restart
      </button>
      <p role="status">
        {played.length} of {total}
        {last && (
          <span class="ob-hidden">
            : {last.step.method} {last.step.path} answered {last.answer.status ?? 'nothing'}
          </span>
        )}
      </p>
    </div>
  );
}

function Facts({ file: { start, seed, left_out = 0, secrets_removed } }: { file: ReplayFile }) {
  return (
    <ul class="ob-replay-facts">
      <li>
        Begins <time dateTime={start}>{start}</time> with the sample data{seed === 1 ? '' : ` of seed ${seed}`}
      </li>
      {left_out > 0 && (
        <li>
          {left_out} {left_out === 1 ? 'request is' : 'requests are'} left out: sign-ins and what was sent with a token
          cannot be replayed
        </li>
      )}
      {secrets_removed && <li>What looked like a secret was taken out of the requests</li>}
    </ul>
  );
}

/** Keys of one character, where nothing is typed and the reader has not turned them off. */
function listenToKeys({ toggle, step, restart }: Player): () => void {
  const keys: Readonly<Record<string, () => void>> = { p: toggle, n: step, r: restart };
  const press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    const isTyping =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.closest('input:not([type=file]), textarea, select, dialog'));
    if (ctrlKey || metaKey || altKey || defaultPrevented || isTyping || !areOn() || !Object.hasOwn(keys, key)) return;
    event.preventDefault();
    keys[key]?.();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
