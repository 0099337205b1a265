/** The handlers of the signature doctor's guide: Express as it is, the other frameworks by stand-ins of what a handler touches. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { createSecret } from '../../src/sandbox/webhooks/secret.ts';
import { signatureHeaders } from '../../src/sandbox/webhooks/signature.ts';
import { needsProgram } from '../programs.ts';
import { ExampleProject } from './example-project.ts';
import { blocksWith } from './guide-blocks.ts';
import { canRun } from './interpreters.ts';

interface Framework {
  readonly file: string;
  readonly id: LanguageId;
  /** Prints the status that each delivery of DELIVERIES is answered with; what is queued, QUEUED and the event's name. */
  readonly main: readonly [file: string, code: string];
  readonly others?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const sdks = join(root, 'sdks');
const yourQueue = {
  'your-queue.js': "export const queue = { add: async ({ event }) => console.log('QUEUED', event) };",
};
const deliveries = 'const deliveries = JSON.parse(process.env.DELIVERIES);';

const frameworks: readonly Framework[] = [
  {
    file: 'express.js',
    id: 'javascript',
    others: yourQueue,
    main: [
      'main.js',
      `import http from 'node:http';
${deliveries}
const listen = http.Server.prototype.listen;
const listening = new Promise((resolve) => {
  http.Server.prototype.listen = function () { return listen.call(this, 0, '127.0.0.1', () => resolve(this)); };
});
await import('./express.js');
const server = await listening;
for (const { body, headers } of deliveries) {
  const address = \`http://127.0.0.1:\${server.address().port}/webhooks/orbinto\`;
  const answer = await fetch(address, { method: 'POST', headers, body: Buffer.from(body, 'base64') });
  console.log(answer.status);
}
server.close();`,
    ],
  },
  {
    file: 'next.js',
    id: 'javascript',
    others: yourQueue,
    main: [
      'main.js',
      `import { POST } from './next.js';
${deliveries}
for (const { body, headers } of deliveries) {
  const request = new Request('http://localhost/', { method: 'POST', headers, body: Buffer.from(body, 'base64') });
  console.log((await POST(request)).status);
}`,
    ],
  },
  {
    file: 'fastapi_app.py',
    id: 'python',
    env: { PYTHONPATH: join(sdks, 'python/src') },
    others: {
      'fastapi.py': `class FastAPI:
    def post(self, path):
        return lambda handler: handler
class Request:
    def __init__(self, body, headers):
        self._body, self.headers = body, headers
    async def body(self):
        return self._body
class Response:
    def __init__(self, content=None, status_code=200):
        self.content, self.status_code = content, status_code`,
      'your_queue.py': `class Queue:
    def add(self, event):
        print("QUEUED", event.event)
queue = Queue()`,
    },
    main: [
      'main.py',
      `import asyncio, base64, json, os
from fastapi import Request
from fastapi_app import receive
for one in json.loads(os.environ["DELIVERIES"]):
    print(asyncio.run(receive(Request(base64.b64decode(one["body"]), one["headers"]))).status_code)`,
    ],
  },
  {
    file: 'laravel.php',
    id: 'php',
    main: [
      'main.php',
      `<?php
namespace Illuminate\\Http { class Request {
    public object $headers;
    public function __construct(private string $body, array $headers) {
        $this->headers = new class ($headers) {
            public function __construct(private array $all) {}
            public function all(): array { return array_map(fn ($value) => [$value], array_change_key_case($this->all)); }
        };
    }
    public function getContent(): string { return $this->body; }
} }
namespace Illuminate\\Support\\Facades { class Route {
    public static \\Closure $handler;
    public static function post(string $path, \\Closure $handler): void { self::$handler = $handler; }
} }
namespace App\\Jobs { class HandleOrbintoEvent {
    public static function dispatch(object $event): void { echo 'QUEUED ', $event->event, PHP_EOL; }
} }
namespace {
    function config(string $name): string { return getenv('ORBINTO_WEBHOOK_SECRET'); }
    function response(string $text = '', int $status = 200): object {
        return new class ($status) {
            public function __construct(public int $status) {}
            public function noContent(): object { return new self(204); }
        };
    }
    require '${join(sdks, 'php/autoload.php')}';
    require 'laravel.php';
    foreach (json_decode(getenv('DELIVERIES'), true) as $one) {
        $request = new Illuminate\\Http\\Request(base64_decode($one['body']), $one['headers']);
        echo (Illuminate\\Support\\Facades\\Route::$handler)($request)->status, PHP_EOL;
    }
}`,
    ],
  },
  {
    file: 'rails.rb',
    id: 'ruby',
    env: { RUBYLIB: join(sdks, 'ruby/lib') },
    main: [
      'main.rb',
      `require "json"
module ActionController
  class API
    attr_reader :request, :status
    def initialize(request) = @request = request
    def head(status) = @status = status
    def render(plain:, status:) = @status = status
  end
end
class OrbintoEventJob
  def self.perform_later(event) = puts("QUEUED #{event["event"] || event[:event]}")
end
Request = Struct.new(:raw_post, :headers)
require_relative "rails"
JSON.parse(ENV["DELIVERIES"]).each do |one|
  controller = OrbintoWebhooksController.new(Request.new(one["body"].unpack1("m"), one["headers"]))
  controller.create
  puts({ no_content: 204, bad_request: 400 }.fetch(controller.status))
end`,
    ],
  },
];

/** A right delivery, and the same with a newline more. */
async function signed(secret: string): Promise<string> {
  const body =
    '{"event":"message.created","timestamp":"2026-03-02T09:00:00Z","data":{"id":"msg_1","body":"Grüße / <b>"}}';
  const timestamp = Math.floor(Date.now() / 1000);
  const made = await signatureHeaders({ secret, eventId: 'evt_1', body, timestamp });
  const headers = { 'Content-Type': 'application/json', ...made };
  return JSON.stringify([body, `${body}\n`].map((text) => ({ body: Buffer.from(text).toString('base64'), headers })));
}

test('there is a handler for each framework', () => {
  expect(blocksWith('handler').map(({ title }) => title)).toEqual(frameworks.map(({ file }) => file));
});

describe.concurrent.each(frameworks)('the handler in $file', ({ file, id, main: [name, main], others, env }) => {
  needsProgram(id, canRun(id));

  test('takes a delivery of the sandbox, and refuses it once it was changed', async ({ expect }) => {
    const code = blocksWith('handler').find(({ title }) => title === file)?.code ?? '';
    const library = pathToFileURL(join(sdks, 'node/src/webhooks.ts')).href;
    const adapted = code.replace('@orbinto/node/webhooks', library);
    const project = await ExampleProject.write(id, { ...others, [file]: adapted, [name]: main });
    const secret = createSecret();
    try {
      const { exit, stdout, stderr } = await project.run(name, {
        // A line end was kept with the secret, as it happens.
        env: { ...env, ORBINTO_WEBHOOK_SECRET: `${secret}\n`, DELIVERIES: await signed(secret) },
      });
      expect({ exit, stderr, lines: stdout.trim().split('\n') }).toEqual({
        exit: 0,
        stderr: '',
        lines: ['QUEUED message.created', '204', '400'],
      });
    } finally {
      await project.remove();
    }
  });
});
