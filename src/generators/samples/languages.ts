import { curl } from './curl.ts';
import { go } from './go.ts';
import { javascript } from './javascript.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import type { Sample } from './request.ts';
import { ruby } from './ruby.ts';

export type LanguageId = 'curl' | 'javascript' | 'python' | 'php' | 'ruby' | 'go';

export interface Language {
  id: LanguageId;
  label: string;
  /** Grammar that highlights it. */
  grammar: string;
  print: Sample;
}

/** In the order they are offered. */
export const languages: Language[] = [
  { id: 'curl', label: 'curl', grammar: 'shellscript', print: curl },
  { id: 'javascript', label: 'JavaScript', grammar: 'javascript', print: javascript },
  { id: 'python', label: 'Python', grammar: 'python', print: python },
  { id: 'php', label: 'PHP', grammar: 'php', print: php },
  { id: 'ruby', label: 'Ruby', grammar: 'ruby', print: ruby },
  { id: 'go', label: 'Go', grammar: 'go', print: go },
];
