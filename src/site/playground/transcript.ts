import { createSandbox } from '../../sandbox/sandbox.ts';
import * as acts from './acts.ts';
import type { Act } from './acts.ts';
import type { OpenPages } from './endpoint.ts';
import { Playground } from './playground.ts';
import { portTo } from './port.ts';
import type { Conversation, Operator, View, Visitor } from './records.ts';
import { wireSentence } from './traffic.ts';

/** One act of the transcript: what was done, and what went over the wire for it, in words. */
export interface Scene {
  readonly says: string;
  readonly lines: readonly string[];
}

interface Shown {
  readonly visitor: Visitor;
  readonly conversation: Conversation;
  readonly operator: Operator;
}

/** What is played, each act by what is shown then. */
const PLAY: readonly ((shown: Shown) => Act)[] = [
  ({ visitor }) => acts.visitorOpensPage(visitor),
  ({ visitor }) => acts.visitorWrites(visitor, undefined, 'Hi! Does the desk lamp come in green?'),
  ({ conversation }) => acts.chatbotGreets(conversation),
  ({ conversation, operator }) => acts.assign(conversation, operator),
  ({ conversation, operator }) => acts.operatorReplies(conversation, operator, 'It does, and it is in stock.'),
  ({ visitor, conversation }) => acts.visitorWrites(visitor, conversation, 'Lovely, I will take two.'),
  () => acts.saveContact('lamp.lover@example.com', null),
  ({ visitor }) => acts.visitorIdentifies(visitor),
  ({ visitor }) => acts.tagContact(visitor.contact_id ?? '', 'playground'),
  ({ conversation }) => acts.chatbotFinishes(conversation),
  ({ conversation }) => acts.close(conversation),
  ({ conversation }) => acts.visitorRates(conversation, 5),
  ({ operator }) => acts.operatorComesOrGoes(operator),
];

const onlyPage: OpenPages = {
  alone: (work) => work(),
  endpoints: () => Promise.resolve(new Set<string>()),
  claim: () => Promise.resolve(),
};

/**
 * Plays the playground once, on a sandbox of its own whose clock stands still, and writes down what happened.
 * @throws Error where an act is refused: the page would tell what is not so
 */
export async function playTranscript(): Promise<readonly Scene[]> {
  const sandbox = createSandbox();
  const port = portTo((request) => sandbox.fetch(request), 'sk_test_admin');
  const moveClock = (body: object): Promise<Response> =>
    port.control('/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await moveClock({ frozen: true });
  const playground = new Playground(port, onlyPage);
  await playground.refresh();
  const scenes: Scene[] = [];
  for (const next of PLAY) {
    const act = next(shownIn(playground.state.view));
    const before = new Set(playground.state.entries.map(({ key }) => key));
    if (!(await playground.act(act))) throw new Error(`The playground's transcript: ${act.says} was refused.`);
    await moveClock({ advance_seconds: 0 });
    await playground.look();
    const lines = playground.state.entries.filter(({ key }) => !before.has(key)).map(wireSentence);
    scenes.push({ says: act.says, lines: lines.reverse() });
  }
  await sandbox.close();
  return scenes;
}

function shownIn(view: View | undefined): Shown {
  const { visitor, conversation, conversations, operators } = view ?? {};
  const operator = operators?.[0];
  // Before the visitor writes there is no conversation, and no act asks for one.
  const shown = conversation ?? conversations?.[0];
  if (!visitor || !shown || !operator) throw new Error('The sample data has no visitor, conversation or operator.');
  return { visitor, conversation: shown, operator };
}
