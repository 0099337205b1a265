import { defineConfig } from 'oxlint';
import type { OxlintConfig } from 'oxlint';

/** What needs types, which scripts without TypeScript do not have. */
const ofTypes: OxlintConfig['rules'] = {
  'typescript/await-thenable': 'error',
  'typescript/no-array-delete': 'error',
  'typescript/no-duplicate-type-constituents': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-for-in-array': 'error',
  'typescript/no-implied-eval': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/no-redundant-type-constituents': 'error',
  'typescript/no-unnecessary-type-assertion': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-enum-comparison': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/no-unsafe-unary-minus': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  'typescript/require-await': 'error',
  'typescript/restrict-plus-operands': 'error',
  'typescript/restrict-template-expressions': 'error',
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'typescript/unbound-method': 'error',
};

const off = (rules: readonly string[]) => Object.fromEntries(rules.map((rule) => [rule, 'off' as const]));

export default defineConfig({
  plugins: ['eslint', 'typescript', 'oxc', 'import'],
  options: { typeAware: true, typeCheck: true, denyWarnings: true },
  categories: { correctness: 'error' },
  rules: {
    ...ofTypes,
    ...off([
      // A value of unknown type is often turned into text here, on purpose; texts are taken apart by code point, and control
      // characters are looked for.
      'typescript/no-base-to-string',
      'typescript/no-misused-spread',
      'no-control-regex',
      // Playwright's fixtures are given an empty pattern.
      'no-empty-pattern',
      // What the types say already.
      'import/default',
      'no-unsafe-optional-chaining',
      'typescript/no-meaningless-void-operator',
      'typescript/no-useless-default-assignment',
      'typescript/require-array-sort-compare',
    ]),
    'import/extensions': ['error', 'always', { ignorePackages: true }],
    'no-array-constructor': 'error',
    'no-console': ['error', { allow: ['error', 'warn'] }],
    'no-unused-expressions': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    'prefer-const': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', 250],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'typescript/no-empty-object-type': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-require-imports': 'error',
    'typescript/no-unnecessary-type-constraint': 'error',
    'typescript/no-unsafe-function-type': 'error',
  },
  ignorePatterns: [
    ...['.astro/', '.node/', '.orbinto/', 'dist/', 'test-results/', 'playwright-report/', '**/generated/'],
    ...['sdks/*/dist/', 'sdks/*/vendor/', 'sdks/{python,php,ruby}/'],
    // They use clients that are generated when they are tried.
    'scripts/generators/programs/',
  ],
  overrides: [
    {
      files: [
        ...['scripts/**', 'bench/**', 'src/sandbox/node/**', 'src/generators/**/check/*.js'],
        ...['content/examples/**', 'packages/sandbox/examples/**'],
      ],
      rules: { 'no-console': 'off' },
    },
    // It shows how CommonJS takes the package.
    { files: ['packages/sandbox/examples/jest.test.js'], rules: { 'typescript/no-require-imports': 'off' } },
    {
      files: ['**/*.test.ts', 'tests/**'],
      // vitest's `expect(object.method)` does not call the method.
      rules: { 'max-lines-per-function': 'off', 'typescript/unbound-method': 'off' },
    },
    { files: ['**/*.{js,mjs}'], rules: off(Object.keys(ofTypes)) },
  ],
});
