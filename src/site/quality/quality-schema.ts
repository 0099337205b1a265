const count = (description: string) => ({ type: 'integer', minimum: 0, description });
const text = (description: string) => ({ type: 'string', minLength: 1, description });
const mark = (description: string) => ({ type: 'number', minimum: 0, maximum: 100, description });
const list = (description: string, items: object) => ({ type: 'array', description, items });

function object(properties: Record<string, object>) {
  return { type: 'object', required: Object.keys(properties), properties };
}

const share = (what: string) => ({
  ...object({ covered: count(`${what} that were seen.`), total: count(`${what} of the document.`) }),
  description: `How many ${what.toLowerCase()} of the OpenAPI document the tests’ exchanges show.`,
});

/** What a run of tests has measured; null where it has not run. */
function measured(description: string, figures: Record<string, object>) {
  return {
    description: `${description} null: not measured.`,
    anyOf: [
      { type: 'null' },
      object({
        commit: text('The commit that was measured.'),
        date: { type: 'string', format: 'date-time', description: 'When it was measured.' },
        current: { type: 'boolean', description: 'Whether the site is built from that commit.' },
        ...figures,
      }),
    ],
  };
}

const weight = object({
  name: { enum: ['page', 'first_script', 'console', 'sandbox'], description: 'What is weighed.' },
  page: text('The page on which it is the heaviest.'),
  bytes: count('Its weight, compressed.'),
  budget: count('What it may weigh.'),
});

/** The JSON Schema of `/quality.json`. @see https://json-schema.org/draft/2020-12 */
export const qualitySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://developers.orbinto.com/quality.schema.json',
  title: 'Quality report',
  ...object({
    version: { const: 1, description: 'Version of this format, 1.' },
    commit: { type: ['string', 'null'], description: 'The commit that the site is built from, or null.' },
    samples: measured('Samples that were run by the interpreters of their languages.', {
      languages: list('Passed tests by language.', object({ language: text('Its name.'), passed: count('Tests.') })),
    }),
    contract: measured('Exchanges of the contract tests, judged by redocly drift.', {
      exchanges: count('Exchanges that were judged.'),
      operations: share('Operations'),
      responses: share('Response codes'),
      parameters: share('Parameters'),
      properties: share('Properties'),
      findings: count('What is not as documented.'),
      refused: count('Undocumented things that requests had on purpose, and were refused for.'),
    }),
    kills: measured('The sandbox, killed under load again and again.', {
      rounds: count('Times that it was killed.'),
      writes: count('Writes that were answered, all of them found again.'),
      events: count('Webhook events that were delivered.'),
      tokens: count('Access tokens that were given out or revoked.'),
    }),
    fuzz: measured('Requests at random, each answered as documented.', {
      requests: count('Requests.'),
      operations: count('Operations that were called.'),
      seed: count('What they were drawn from.'),
    }),
    mutation: measured('Faults put into the code, one at a time.', {
      mutants: count('Faults.'),
      caught: count('Those that a test noticed.'),
      seed: count('What they were drawn by.'),
      parts: list(
        'By part of the code.',
        object({
          folder: text('Which part.'),
          mutants: count('Faults.'),
          caught: count('Those that a test noticed.'),
        }),
      ),
    }),
    agents: measured('Tasks of a program that knew nothing but the address of this site.', {
      tasks: list(
        'The tasks.',
        object({
          task: text('What it did.'),
          requests: count('Answers of the site that it took.'),
          bytes: count('What it read of them, uncompressed.'),
        }),
      ),
    }),
    lighthouse: measured('Marks of Lighthouse, of 100.', {
      version: text('Version of Lighthouse.'),
      pages: list(
        'The pages.',
        object({
          page: text('Which page.'),
          performance: mark('Performance.'),
          accessibility: mark('Accessibility.'),
          best_practices: mark('Best practices.'),
          seo: mark('Search engines.'),
        }),
      ),
    }),
    built: {
      description: 'What the build has found of itself; null before it is built.',
      anyOf: [
        { type: 'null' },
        object({
          pages: count('Pages of the site.'),
          weights: list('The heaviest of each kind.', weight),
          licences: object({
            packages: count('Packages of which something is in the site.'),
            licences: list('By licence.', object({ licence: text('SPDX.'), packages: count('Packages.') })),
          }),
        }),
      ],
    },
  }),
};
