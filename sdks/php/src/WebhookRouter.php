<?php

declare(strict_types=1);

namespace Orbinto;

use Closure;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Exception\WebhookVerificationException;
use Orbinto\Internal\Secret;
use Orbinto\Internal\Spec;
use Orbinto\Webhook\Headers;

/**
 * Calls a function an event.
 *
 *     $router = new WebhookRouter(secret: $secret, fallback: fn (Event $event) => null);
 *     $router->on('message.created', fn (MessageCreatedEvent $event) => …);
 *     $router->serve();
 */
final class WebhookRouter
{
    /** @var list<Secret> */
    private readonly array $secrets;
    private readonly Closure $fallback;
    private readonly ?Closure $seen;
    /** @var array<string, Closure> */
    private array $handlers = [];

    /**
     * @param string|list<string> $secret whsec_…; several while one is being replaced
     * @param (callable(Event): mixed)|null $fallback gets events without a handler, those of later versions too; required
     * @param (callable(string): bool)|null $seen is asked with a delivery's id before a handler is called, since a delivery may
     *   come more than once: true where it has come already. Let it remember the id in the same breath
     * @param int $tolerance seconds that a delivery's clock may be off
     * @throws ConfigurationException without a secret or a fallback
     */
    public function __construct(
        #[\SensitiveParameter] string|array $secret,
        ?callable $fallback = null,
        ?callable $seen = null,
        private readonly int $tolerance = Spec::WEBHOOK_TOLERANCE,
        private readonly ?int $now = null,
    ) {
        if ($fallback === null) {
            throw new ConfigurationException('A router wants a fallback: a function for events that have no handler.');
        }
        $this->secrets = array_map(static fn (string $one): Secret => new Secret($one), array_values((array) $secret));
        $this->fallback = $fallback(...);
        $this->seen = $seen === null ? null : $seen(...);
    }

    /**
     * @param string $event such as `message.created`; {@see \Orbinto\Enum\EventName}
     * @param callable $handler gets the event, of its own class
     * @return $this
     */
    public function on(string $event, callable $handler): static
    {
        $this->handlers[$event] = $handler(...);
        return $this;
    }

    /**
     * Checks a delivery and hands it on. What a handler throws is not caught: answer it with a 500, and the delivery comes again.
     *
     * @param mixed $body and $headers: as for {@see Webhooks::unwrap()}
     * @return string `handled`, `fallback`, or `seen` where nothing was called
     * @throws WebhookVerificationException where it cannot be believed
     */
    public function handle(mixed $body, mixed $headers): string
    {
        $secrets = array_map(static fn (Secret $one): string => $one->reveal(), $this->secrets);
        $event = Webhooks::unwrap($body, $headers, $secrets, $this->now, $this->tolerance);
        $id = $event->deliveryId();
        if ($id !== null && $this->seen !== null && ($this->seen)($id)) {
            return 'seen';
        }
        $name = $event->has('event') ? $event->event : null;
        $handler = is_string($name) ? $this->handlers[$name] ?? null : null;
        ($handler ?? $this->fallback)($event);
        return $handler === null ? 'fallback' : 'handled';
    }

    /**
     * Plain PHP: reads the request of now, and sets the answer's status: 204, or 400 with a sentence where it cannot be believed.
     *
     * @param array<string, mixed>|null $server for tests; else `$_SERVER`
     * @param string|null $body for tests; else `php://input`
     * @return int the status
     * @throws ConfigurationException where the secret is none
     */
    public function serve(?array $server = null, ?string $body = null): int
    {
        try {
            $this->handle($body ?? (string) file_get_contents('php://input'), Headers::of($server ?? $_SERVER));
            $status = 204;
        } catch (WebhookVerificationException $error) {
            $status = 400;
            echo $error->getMessage();
        }
        http_response_code($status);
        return $status;
    }

    /** @return array<string, mixed> without the secret */
    public function __debugInfo(): array
    {
        return ['events' => array_keys($this->handlers)];
    }
}
