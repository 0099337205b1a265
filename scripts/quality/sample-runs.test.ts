import { expect, test } from 'vitest';
import { sampleRuns } from './sample-runs.ts';

const passed = (...ancestorTitles: string[]) => ({ ancestorTitles, status: 'passed' });

test('passed tests count for the language, or the file, that their suite names', () => {
  const assertionResults = [
    passed('the samples in JavaScript'),
    passed('the webhook verification in javascript'),
    passed('create-once.js makes one contact, and gets it, under'),
    passed('the library for python survives'),
    passed('with curl'),
    passed('the error catalogue in Go', 'email_taken'),
    passed('the requests of the guides'),
    { ancestorTitles: ['the samples in Ruby'], status: 'pending' },
    { ancestorTitles: ['the samples in PHP'], status: 'failed' },
  ];
  expect(sampleRuns({ testResults: [{ assertionResults }] })).toEqual({
    languages: [
      { language: 'curl', passed: 1 },
      { language: 'JavaScript', passed: 3 },
      { language: 'Python', passed: 1 },
      { language: 'Go', passed: 1 },
    ],
  });
});
