/** How each part is put right, framework by framework. */
import type { Part } from './mistakes.ts';

const folder = '../../../content/examples/verified-handler';
const files = import.meta.glob<string>('../../../content/examples/verified-handler/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function handlerIn(file: string): string {
  const code = files[`${folder}/${file}`];
  if (code === undefined) throw new Error(`There is no ${file} among the handlers.`);
  return code;
}

interface FrameworkInfo {
  readonly id: string;
  readonly name: string;
  readonly language: 'js' | 'python' | 'php' | 'ruby';
  readonly file: string;
  /** A handler that makes none of the mistakes. */
  readonly handler: string;
}

export const frameworks = [
  { id: 'express', name: 'Express', language: 'js', file: 'express.js', handler: handlerIn('express.js') },
  { id: 'next', name: 'Next.js', language: 'js', file: 'next.js', handler: handlerIn('next.js') },
  { id: 'fastapi', name: 'FastAPI', language: 'python', file: 'fastapi_app.py', handler: handlerIn('fastapi_app.py') },
  { id: 'laravel', name: 'Laravel', language: 'php', file: 'laravel.php', handler: handlerIn('laravel.php') },
  { id: 'rails', name: 'Rails', language: 'ruby', file: 'rails.rb', handler: handlerIn('rails.rb') },
] as const satisfies readonly FrameworkInfo[];

export type Framework = (typeof frameworks)[number]['id'];

export interface Fix {
  /** What to do, whatever the framework. */
  readonly advice: string;
  /** The line of code that does it. */
  readonly code: Readonly<Record<Framework, string>>;
}

export const fixes: Readonly<Record<Part, Fix>> = {
  body: {
    advice: 'Verify the bytes of the request as they arrived, before anything parses or prints them. Parse afterwards.',
    code: {
      express: "express.raw({ type: 'application/json', limit: '4mb' }) // on this path, before express.json()",
      next: 'await request.arrayBuffer() // not request.json()',
      fastapi: 'await request.body()  # not request.json(), and no model as a parameter',
      laravel: '$request->getContent() // not $request->all() or $request->json()',
      rails: 'request.raw_post # not params or request.body.read after it was read',
    },
  },
  secret: {
    advice:
      'Give the library the whole secret, as the answer that created the webhook has it, and one for each environment and webhook. It takes a list while one is replaced.',
    code: {
      express: 'process.env.ORBINTO_WEBHOOK_SECRET.trim() // whsec_… in .env, without quotes',
      next: 'process.env.ORBINTO_WEBHOOK_SECRET.trim() // without NEXT_PUBLIC_, in the environment that runs',
      fastapi: 'os.environ["ORBINTO_WEBHOOK_SECRET"].strip()',
      laravel: "config('services.orbinto.webhook_secret') // env() is null once the configuration is cached",
      rails: 'ENV.fetch("ORBINTO_WEBHOOK_SECRET").strip',
    },
  },
  headers: {
    advice: 'Hand on the headers of this request, all of them and unchanged, and have proxies pass each through once.',
    code: {
      express: "req.headers // by hand: req.get('webhook-id')",
      next: "request.headers // by hand: request.headers.get('webhook-id')",
      fastapi: 'request.headers  # by hand: request.headers["webhook-id"]',
      laravel: "$request->headers->all() // by hand: $request->header('webhook-id')",
      rails: 'request.headers # by hand: request.headers["webhook-id"]',
    },
  },
  signature: {
    advice:
      'Let the library build and compare the signature: it knows both schemes, takes several signatures, and compares in constant time.',
    code: {
      express: 'await unwrap(req.body, req.headers, secret)',
      next: 'await unwrap(body, request.headers, secret)',
      fastapi: 'webhooks.unwrap(body, request.headers, secret)',
      laravel: 'Webhooks::unwrap($body, $request->headers->all(), $secret)',
      rails: 'Orbinto::Webhooks.unwrap(body, request.headers, secret)',
    },
  },
  clock: {
    advice:
      'Verify on arrival, then queue the event, not the other way round. Keep the machine’s clock right by NTP. Do not widen the tolerance: it keeps old requests from being played again.',
    code: {
      express: 'await queue.add(await unwrap(req.body, req.headers, secret)) // verified first',
      next: 'await queue.add(await unwrap(body, request.headers, secret)) // verified first',
      fastapi: 'queue.add(webhooks.unwrap(body, request.headers, secret))  # verified first',
      laravel: 'HandleOrbintoEvent::dispatch($event) // after unwrap, not before',
      rails: 'OrbintoEventJob.perform_later(event.to_h) # after unwrap, not before',
    },
  },
};
