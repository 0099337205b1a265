/** Answers of this page's calls, to compare them. They may hold secrets, so they live and end with the page. */
import type { Answer, Outcome } from '../exchange.ts';
import { kept } from './history.ts';

const answers = new Map<string, Answer>();

export function keepAnswer(id: string, outcome: Outcome): void {
  if (outcome.kind !== 'answer') return;
  answers.set(id, outcome);
  for (const oldest of answers.keys()) if (answers.size > kept) answers.delete(oldest);
}

export function answerTo(id: string): Answer | undefined {
  return answers.get(id);
}

export function forgetAnswers(): void {
  answers.clear();
}
