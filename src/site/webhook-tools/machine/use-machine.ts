import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '../webhook-lab.ts';
import type { EndpointId } from './endpoint.ts';
import { functionExamples } from './own-function/examples.ts';
import { runFunction } from './own-function/run-function.ts';
import { Play } from './play.ts';
import type { Snapshot } from './play.ts';

/** An attempt, by its place. */
export interface Chosen {
  readonly delivery: string;
  /** Of the attempts of the delivery; the last one when omitted. */
  readonly attempt?: number;
}

/** The time machine: what it shows, and what can be done with it. */
export function useMachine() {
  const [snapshot, setSnapshot] = useState<Snapshot>({ deliveries: [], arrivals: [], now: 0, secrets: [] });
  const [chosen, choose] = useState<Chosen>();
  const [answer, setAnswer] = useState<EndpointId>('500');
  const [code, setCode] = useState(functionExamples[0]?.code ?? '');
  const [said, say] = useState('Opening a sandbox…');
  const play = useRef<Play>(undefined);
  /** What ends after another play has begun is not told any more. */
  const perform = async (act: (own: Play) => Promise<string>) => {
    const own = play.current;
    if (!own) return;
    const words = await act(own).catch((error: unknown) => `That could not be done: ${messageOf(error)}`);
    const seen = await own.look().catch(() => undefined);
    if (own !== play.current) return;
    if (seen) setSnapshot(seen);
    say(words);
  };
  const emit = (event: string, recipe: string) =>
    perform(async (own) => {
      const id = await own.emit(event, recipe);
      if (id !== undefined && own === play.current) choose({ delivery: id });
      return `${event} happened.`;
    });
  const startOver = () => {
    play.current = new Play(runFunction);
    Object.assign(play.current.endpoint, { is: answer, code });
    choose(undefined);
    void emit('message.created', '');
  };
  useEffect(startOver, []);
  return {
    snapshot,
    chosen,
    choose,
    said,
    answer,
    code,
    emit: (event: string, recipe: string) => void emit(event, recipe),
    startOver,
    setAnswer: (id: EndpointId) => {
      setAnswer(id);
      if (play.current) play.current.endpoint.is = id;
    },
    setCode: (text: string) => {
      setCode(text);
      if (play.current) play.current.endpoint.code = text;
    },
    resend: (id: string) => void perform((own) => own.resend(id).then(() => 'It was sent again.')),
    moveTo: (moment: number) =>
      void perform((own) => own.moveTo(moment).then(() => 'The clock moved on. What was due has run.')),
    /** What the reader's function said to an attempt. */
    wordOf: (key: string) => play.current?.endpoint.said.get(key),
    receivedAt: (attempt: Attempt) => play.current?.receivedAt(attempt) ?? 0,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
