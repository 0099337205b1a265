import express from 'express';
import { verifyStandardWebhook } from './verify-webhook.js';
import { queue } from './your-queue.js';

const app = express();

const rawBody = express.raw({ type: 'application/json', limit: '4mb' });

app.post('/webhooks/orbinto', rawBody, async (req, res) => {
  const secret = process.env.ORBINTO_WEBHOOK_SECRET;
  const headers = {
    id: req.get('webhook-id'),
    timestamp: req.get('webhook-timestamp'),
    signature: req.get('webhook-signature'),
  };
  if (!verifyStandardWebhook(req.body, headers, secret)) return res.sendStatus(401);

  await queue.add(headers.id, JSON.parse(req.body)); // one entry an id
  res.sendStatus(204);
});

app.listen(3000);
