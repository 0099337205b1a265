import { readFileSync } from 'node:fs';
import { parseReplay, playReplay } from '@orbinto/sandbox';

const file = parseReplay(readFileSync('orbinto-replay.json', 'utf8'));
for await (const { step, answer } of playReplay(file)) {
  console.log(step.method, step.path, answer.status);
}
