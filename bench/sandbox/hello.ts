// The bare Hono server that the sandbox is compared with: `node hello.ts PORT`.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/contacts/:id', (context) => context.text('Hello'));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.argv[2]) });
