import { useReducer, useRef } from 'preact/hooks';
import { Lane, Lanes } from '../Lanes.tsx';
import { openPrivate } from '../../private-sandbox.ts';
import { StepButtons } from '../StepButtons.tsx';
import { StepFault } from '../StepFault.tsx';
import { useStepping } from '../use-stepping.ts';
import { Directory } from './directory.ts';
import { EntryList } from './EntryList.tsx';
import { Reading, wordsOf } from './reading.ts';
import { ReadingView } from './ReadingView.tsx';

interface Story {
  readonly directory: Directory;
  readonly byPage: Reading;
  readonly byCursor: Reading;
}

/** What happens after the first request of a story that plays by itself. */
type Incident = (directory: Directory) => Promise<unknown>;

const addOne: Incident = (directory) => directory.add();
const deleteOne: Incident = (directory) => directory.remove(directory.entries[0]?.id ?? '');

/** A list, and two readings that have not begun. */
export async function begin(): Promise<Story> {
  const directory = await Directory.open(await openPrivate());
  const { entries } = directory;
  return { directory, byPage: new Reading('page', entries), byCursor: new Reading('cursor', entries) };
}

/** The next request of both readings. @returns whether there is another after it */
async function readOn({ directory, byPage, byCursor }: Story): Promise<boolean> {
  await byPage.readOn(directory);
  await byCursor.readOn(directory);
  return !isDone({ byPage, byCursor });
}

/** The same list read by page and by cursor, while records come and go. */
export function Paging({ begun }: { begun: Story }) {
  const story = useRef(begun);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const stepping = useStepping(() => redraw(undefined));
  const { playing, fault, act, play } = stepping;
  const startAgain = async () => (story.current = await begin());

  const playStory = (incident: Incident) => {
    let moment = 0;
    play(async () => {
      moment += 1;
      if (moment === 1) await startAgain();
      else if (moment === 3) await incident(story.current.directory);
      else return readOn(story.current);
      return true;
    });
  };
  const { directory, byPage, byCursor } = story.current;
  const isOver = isDone(story.current);
  return (
    <div class="ob-console ob-demo">
      <StepButtons
        stepping={stepping}
        nextName="Next request"
        onNext={isOver ? undefined : () => act(() => readOn(story.current))}
        playName="Play: one is added"
        onPlay={() => playStory(addOne)}
        onRestart={() => act(startAgain)}
      >
        <button type="button" class="ob-button" disabled={playing} onClick={() => playStory(deleteOne)}>
          Play: one is deleted
        </button>
      </StepButtons>
      <StepFault fault={fault} />
      <EntryList
        entries={directory.entries}
        isFull={!directory.hasRoom}
        isHeld={playing}
        onAdd={() => act(() => addOne(directory))}
        onDelete={(id) => act(() => directory.remove(id))}
      />
      <Lanes>
        <Lane id="paging-page" title="By page">
          <ReadingView reading={byPage} entries={directory.entries} />
        </Lane>
        <Lane id="paging-cursor" title="By cursor">
          <ReadingView reading={byCursor} entries={directory.entries} />
        </Lane>
      </Lanes>
      <p class="ob-demo-said" role="status">
        {!playing && said(story.current)}
      </p>
    </div>
  );
}

function isDone({ byPage, byCursor }: Pick<Story, 'byPage' | 'byCursor'>): boolean {
  return byPage.isDone && byCursor.isDone;
}

function said({ directory: { entries }, byPage, byCursor }: Story): string {
  if (byPage.reads.length === 0) return 'Nothing has been read yet.';
  const words = (reading: Reading) => wordsOf(reading.judge(entries), reading.isDone);
  return `By page: ${words(byPage)} By cursor: ${words(byCursor)}`;
}
