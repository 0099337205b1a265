import type { AstroIntegration, AstroPrerenderer } from 'astro';

/** An integration that is shown each page as soon as it is rendered, and says what is written in its place. */
export interface PageIntegration extends AstroIntegration {
  /**
   * @param pathname Of the page's address.
   * @param isLast Whether no page comes after it.
   */
  page(html: string, pathname: string, isLast: boolean): string | Promise<string>;
}

/** Shows the pages of a build, in the order in which they are made, to each of these integrations. */
export function renderedPages(...readers: readonly PageIntegration[]): AstroIntegration {
  return {
    name: 'rendered-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => shownTo(readers, prerenderer));
      },
    },
  };
}

function shownTo(readers: readonly PageIntegration[], prerenderer: AstroPrerenderer): AstroPrerenderer {
  let pages = 0;
  let before: Promise<unknown> = Promise.resolve();
  return {
    ...prerenderer,
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      pages = paths.filter(({ route }) => isPage(route)).length;
      return paths;
    },
    render(request, options) {
      const rendered = prerenderer.render(request, options);
      if (!isPage(options.routeData)) return rendered;
      pages -= 1;
      const isLast = pages === 0;
      const previous = before;
      const shown = rendered.then(async (result) => {
        const response = result instanceof Response ? result : result.response;
        await previous;
        // Astro writes what leads on by itself, and nothing where there is nothing.
        if (response.body === null || (response.status >= 300 && response.status < 400)) return result;
        let html = await response.text();
        for (const reader of readers) html = await reader.page(html, new URL(request.url).pathname, isLast);
        const written = new Response(html, response);
        return result instanceof Response ? written : { ...result, response: written };
      });
      before = shown.catch(() => undefined);
      return shown;
    },
  };
}

const isPage = ({ type }: { type: string }): boolean => type === 'page';
