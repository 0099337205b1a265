import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

// Three kinds of tests. Plain TypeScript runs without Astro and starts at once; a test that renders a component
// (`*.component.test.ts`) is compiled with the site's own configuration; those in
// `tests/dist` read the files of the finished build.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          globalSetup: 'tests/draw-seed.ts',
          include: ['{src,scripts,tests}/**/*.test.ts'],
          exclude: ['**/*.component.test.ts', 'tests/{e2e,dist}/**'],
        },
      },
      { test: { name: 'dist', include: ['tests/dist/**/*.test.ts'] } },
      getViteConfig(
        { test: { name: 'components', include: ['{src,tests}/**/*.component.test.ts'] } },
        { devToolbar: { enabled: false } },
      ),
    ],
  },
});
