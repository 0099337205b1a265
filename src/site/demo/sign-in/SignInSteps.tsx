import { useReducer, useRef, useState } from 'preact/hooks';
import { openPrivate } from '../../private-sandbox.ts';
import { StepButtons } from '../StepButtons.tsx';
import { StepFault } from '../StepFault.tsx';
import { useStepping } from '../use-stepping.ts';
import { courseOf, courses } from './breaks.ts';
import type { StepResult } from './outcome.ts';
import { readForm } from './read-form.ts';
import { SignIn } from './sign-in.ts';
import { steps } from './steps.ts';
import { StepView } from './StepView.tsx';

interface Attempt {
  readonly signIn: SignIn;
  results: readonly StepResult[];
}

/** A sign-in with PKCE, step by step: what is sent, what is checked, and what happens when something is wrong. */
export function SignInSteps() {
  const [broken, setBroken] = useState('none');
  const attempt = useRef<Attempt>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const stepping = useStepping(() => redraw(undefined));
  const { playing, fault, act, play } = stepping;
  const course = courseOf(broken);
  const results = attempt.current?.results ?? [];
  const next = course.steps[results.length];

  const step = async () => {
    attempt.current ??= { signIn: new SignIn(await openPrivate(), readForm), results: [] };
    const { signIn, results: done } = attempt.current;
    const id = course.steps[done.length];
    if (!id) return false;
    attempt.current.results = [...done, await signIn.do(id)];
    return done.length + 1 < course.steps.length;
  };
  const startAgain = () => {
    attempt.current = undefined;
    redraw(undefined);
  };
  const choose = (id: string) => {
    setBroken(id);
    startAgain();
  };
  return (
    <div class="ob-console ob-demo">
      <BreakChoice broken={broken} isHeld={playing} onChoose={choose} />
      <StepButtons
        stepping={stepping}
        nextName="Next step"
        onNext={next && (() => act(step))}
        onPlay={next && (() => play(step))}
        onRestart={results.length > 0 ? startAgain : undefined}
      />
      <StepFault fault={fault} />
      <p class="ob-demo-said" role="status">
        {said(results.at(-1), results.length)}
      </p>
      <ol class="ob-steps">
        {course.steps.map((id, index) => (
          <StepView
            key={`${broken} ${index}`}
            id={id}
            number={index + 1}
            result={results[index]}
            isLast={index === results.length - 1}
          />
        ))}
      </ol>
    </div>
  );
}

interface BreakChoiceProps {
  broken: string;
  isHeld: boolean;
  onChoose: (id: string) => void;
}

/** What goes wrong in this sign-in. */
function BreakChoice({ broken, isHeld, onChoose }: BreakChoiceProps) {
  return (
    <label class="ob-demo-choice">
      <span>Break</span>
      <select value={broken} disabled={isHeld} onChange={(event) => onChoose(event.currentTarget.value)}>
        {courses.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function said(result: StepResult | undefined, number: number): string {
  if (!result) return 'Nothing has been sent yet.';
  return `Step ${number}, ${steps[result.id].title}: ${result.isRefused ? 'refused. ' : ''}${result.says}`;
}
