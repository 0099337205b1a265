/** The styles of a tool come with it, in an order that depends on which tool was opened first: none of them may depend on that. */
import { states, tools } from '../../scripts/pictures/subjects.ts';
import { expect, test } from './fixtures.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Run in a page: puts the style sheets that came late before all others, the last first. @returns what looks different then */
async function putLateFirst(early: number): Promise<string[]> {
  // A copy of what is seen: nothing goes on in it.
  document.body.replaceWith(document.body.cloneNode(true));
  const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith('--'));
  const tools = ':is([class^="ob-"], .pg, .sandbox-panel)';
  const looks = () =>
    [...document.querySelectorAll(`:is(${tools}, ${tools} *):not(option)`)].map((element) => {
      const style = getComputedStyle(element);
      return { element, values: names.map((name) => style.getPropertyValue(name)) };
    });
  const before = looks();
  for (const link of [...document.querySelectorAll('link[rel="stylesheet"]')].slice(early)) {
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
    document.head.prepend(link);
    await loaded;
  }
  return looks().flatMap(({ element, values }, index) =>
    values.flatMap((is, at) => {
      const was = before[index]?.values[at];
      return was === is ? [] : [`${element.outerHTML.slice(0, 80)} has ${names[at]} ${was}, then ${is}`];
    }),
  );
}

/** But for the one that asks an address where nothing is, which no page of ours may do in a test. */
const opened = [...tools, ...states].filter(({ name }) => name !== 'console-failed');

for (const { name, address, stage } of opened)
  test(`what is seen of a tool is the same in whatever order its styles come: ${name}`, async ({ page }) => {
    await page.goto(address);
    const early = await page.locator('link[rel="stylesheet"]').count();
    await stage?.(page);
    // What is pressed last is pointed at, too.
    await page.mouse.move(0, 0);
    expect(await page.evaluate(putLateFirst, early)).toEqual([]);
  });
