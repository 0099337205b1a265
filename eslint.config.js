import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

export default defineConfig(
  globalIgnores([
    ...['.astro/', '.node/', '.orbinto/', 'dist/', 'test-results/', 'playwright-report/', '**/generated/'],
    ...['sdks/*/dist/', 'sdks/*/vendor/', 'sdks/{python,php,ruby}/'],
    // They use clients that are generated when they are tried.
    'scripts/generators/programs/',
  ]),
  tseslint.configs.recommendedTypeChecked,
  astro.configs.recommended,
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  },
  { files: ['**/*.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A value of unknown type is often turned into text here, on purpose.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\.{1,2}/(?!.*\\.\\w+(?:\\?[\\w&-]+)?$)', message: 'Name the file with its extension.' },
          ],
        },
      ],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: [
      ...['scripts/**', 'bench/**', 'src/sandbox/node/**', 'src/generators/**/check/*.js'],
      ...['content/examples/**', 'packages/sandbox/examples/**'],
    ],
    rules: { 'no-console': 'off' },
  },
  // It shows how CommonJS takes the package.
  { files: ['packages/sandbox/examples/jest.test.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      // vitest's `expect(object.method)` does not call the method.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // A new program for each component takes a second; `astro check` tells the types of them all in one. Scripts inside a component are
  // virtual files that no TypeScript project holds; `.mjs` runs before TypeScript is there.
  { files: ['**/*.astro', '**/*.astro/*.{js,ts}', '**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
);
