import { Html } from '../../text/markup.ts';

/** The look of the pages that the sandbox serves itself. They load nothing, so it stands in the page. */
export const STYLE = new Html(`
:root { color-scheme: light dark; --bg: #f7f9f9; --card: #fff; --border: #c8d1d0;
  --text: #2a3836; --muted: #566461; --heading: #0e1918; --accent: #0a746a; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #0b1213; --card: #162123; --border: #35474a;
    --text: #d3dedc; --muted: #97a8a6; --heading: #f3f8f7; --accent: #55d3c1; --on-accent: #04211d; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem 1rem; background: var(--bg); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; }
header, main { max-width: 30rem; margin-inline: auto; }
header { margin-block: 1rem; color: var(--heading); font-weight: 700; }
header span { margin-left: .25rem; padding: .125rem .5rem; border: 1px solid var(--border); border-radius: 1rem; color: var(--muted); font-size: .75rem; font-weight: 500; }
main { padding: min(2rem, 6vw); border: 1px solid var(--border); border-radius: 1rem; background: var(--card); overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; color: var(--heading); font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
h1 em { font-style: normal; white-space: nowrap; color: var(--accent); }
ul { margin: 1rem 0; padding: 0; list-style: none; }
li { padding: .625rem 0; border-top: 1px solid var(--border); }
li:last-child { border-bottom: 1px solid var(--border); }
code { color: var(--muted); font: .8125rem ui-monospace, monospace; }
form { display: flex; gap: .75rem; margin-block: 1.5rem; }
li code { display: block; }
button { flex: 1; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--border); border-radius: .625rem; background: none; color: var(--heading); font: inherit; font-weight: 600; cursor: pointer; }
button[value=approve] { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.notice { padding: .5rem .75rem; border-left: 3px solid var(--accent); }
.small { margin: 0; color: var(--muted); font-size: .875rem; }
dt { color: var(--muted); font-size: .875rem; }
dd { margin: 0 0 .75rem; }
`);
