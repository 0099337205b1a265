import { unwrap, WebhookVerificationError } from '@orbinto/node/webhooks';
import express from 'express';
import { queue } from './your-queue.js';

const app = express();
const secret = (process.env.ORBINTO_WEBHOOK_SECRET ?? '').trim();

// Before app.use(express.json()): what is signed are the bytes.
const rawBody = express.raw({ type: 'application/json', limit: '4mb' });

app.post('/webhooks/orbinto', rawBody, async (req, res) => {
  try {
    const event = await unwrap(req.body, req.headers, secret);
    await queue.add(event); // the work comes later
    res.sendStatus(204);
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    res.status(400).send(error.message);
  }
});

app.listen(3000);
