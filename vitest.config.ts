import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

// Two kinds of tests. Plain TypeScript runs without Astro and starts at once; a test that renders a component
// (`*.component.test.ts`) is compiled with the site's own configuration.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: ['{src,scripts,tests}/**/*.test.ts'],
          exclude: ['**/*.component.test.ts', 'tests/{e2e,dist}/**'],
        },
      },
      getViteConfig(
        { test: { name: 'components', include: ['{src,tests}/**/*.component.test.ts'] } },
        { devToolbar: { enabled: false } },
      ),
    ],
  },
});
