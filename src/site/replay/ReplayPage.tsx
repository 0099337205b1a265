import { useEffect, useState } from 'preact/hooks';
import type { Player } from '../../sandbox/browser.ts';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';
import { pageSandbox } from '../session/environments.ts';
import { saveFile } from '../ui/save-file.ts';
import { unpackReplay } from './replay-link.ts';
import { Rehearsal } from './Rehearsal.tsx';
import { ReplayPlayer } from './ReplayPlayer.tsx';

interface ReplayPageProps {
  /** The session that the page was opened with, as it stands in the link. */
  packed: string | undefined;
}

/** Opens a session, from a link or a file, and plays it. What cannot be played is told in one line. */
export function ReplayPage({ packed }: ReplayPageProps) {
  const [opened, setOpened] = useState<{ file: ReplayFile; player: Player }>();
  const [problem, setProblem] = useState('');
  const open = async (read: () => Promise<string>) => {
    setProblem('');
    try {
      const [text, player] = await Promise.all([read(), pageSandbox.load().then((sandbox) => sandbox.player())]);
      setOpened({ file: player.parseReplay(text), player });
    } catch (error) {
      setOpened(undefined);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  useEffect(() => {
    if (packed !== undefined) void open(() => unpackReplay(packed));
  }, [packed]);
  const save = () =>
    saveFile('orbinto-replay.json', new Blob([JSON.stringify(opened?.file, null, 2)], { type: 'application/json' }));
  return (
    <div class="ob-replay">
      {problem !== '' && (
        <p class="ob-replay-problem" role="alert">
          This cannot be played. {problem}
        </p>
      )}
      {opened && <ReplayPlayer file={opened.file} play={opened.player.play} />}
      {opened && <Rehearsal file={opened.file} />}
      <p class="ob-replay-open">
        <label>
          <span>Open a replay file</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget: { files } }) => {
              const chosen = files?.[0];
              if (chosen) void open(() => chosen.text());
            }}
          />
        </label>
        {opened && (
          <button type="button" class="ob-button" onClick={save}>
            Save as a file
          </button>
        )}
      </p>
    </div>
  );
}
