// Prints what verify-webhook.js says of each test vector: node check.js vectors.json
import { readFileSync } from 'node:fs';
import { verifyStandardWebhook, verifyWebhook } from '../verify-webhook.js';

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const bodyOf = (vector) => ('parsed' in vector ? vector.parsed : Buffer.from(vector.body_base64, 'base64'));

console.log(
  JSON.stringify({
    signature: vectors.signature.map((v) => verifyWebhook(bodyOf(v), v.signature, v.secret)),
    standard: vectors.standard.map((v) => verifyStandardWebhook(bodyOf(v), v, v.secret, v.now)),
  }),
);
