import { expect, test } from 'vitest';
import { codeSamplesOf } from './code-samples.ts';

const sample = { lang: 'Python', label: 'SDK', source: 'pets.list()' };
const told = (label: string, language = 'Python') => ({ label, language, code: 'pets.list()' });

test.each<[object, object[]]>([
  [{ 'x-codeSamples': [sample] }, [told('SDK')]],
  [{ 'x-code-samples': [sample] }, [told('SDK')]],
  [{ 'x-codeSamples': [{ ...sample, label: '' }] }, [told('Python')]],
  [{ 'x-codeSamples': [{ ...sample, label: 7 }] }, [told('Python')]],
  [{ 'x-codeSamples': [{ source: sample.source }] }, [told('text', 'text')]],
  [{ 'x-codeSamples': [{ ...sample, label: 'curl' }] }, [told('curl (provided)')]],
  [{ 'x-codeSamples': [sample, { lang: 'Go' }, 7, null] }, [told('SDK')]],
  [{ 'x-codeSamples': {} }, []],
  [{}, []],
])('of %j come %j', (extensions, samples) => {
  expect(codeSamplesOf(extensions as Record<`x-${string}`, unknown>, ['cURL', 'PHP'])).toEqual(samples);
});

test('a sample that stands alone keeps its label', () => {
  expect(codeSamplesOf({ 'x-codeSamples': [{ ...sample, label: 'curl' }] })).toEqual([told('curl')]);
});
