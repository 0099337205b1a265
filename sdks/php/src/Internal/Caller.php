<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Orbinto\ApiObject;
use Orbinto\CallInfo;
use Orbinto\Exception\ApiException;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\InvalidResponseException;
use Orbinto\Exception\OrbintoException;
use Orbinto\OAuth\Session;
use Orbinto\Paginator;
use Orbinto\RequestOptions;
use Orbinto\Transport\Response;

/**
 * Carries out operations: what resources call.
 *
 * @internal
 */
final class Caller
{
    /** The transport writes these itself. */
    private const NOT_THE_CALLERS = ['host', 'content-length', 'transfer-encoding', 'connection'];

    private readonly Sender $sender;

    /** @param (\Closure(Response): void)|null $seen is handed every answer that is a success */
    public function __construct(private readonly Settings $settings, private readonly ?\Closure $seen = null)
    {
        $this->sender = new Sender($settings, ApiException::of(...));
    }

    /** @param \Closure(Response): void $seen */
    public function watched(\Closure $seen): self
    {
        return new self($this->settings, function (Response $response) use ($seen): void {
            $seen($response);
            if ($this->seen !== null) {
                ($this->seen)($response);
            }
        });
    }

    /** The result, hydrated; null for an operation without one. */
    public function call(Operation $operation, ?RequestOptions $options = null): mixed
    {
        return $this->finish($operation, $options, function (Response $response) use ($operation): mixed {
            if ($operation->result === null) {
                return null;
            }
            $answer = $this->read($response);
            if (!$answer instanceof \stdClass) {
                throw new InvalidResponseException('The answer is no JSON object', $response);
            }
            return ([$operation->result, 'from'])($answer);
        });
    }

    /**
     * A call of any path.
     *
     * @return mixed an ApiObject, a list, a scalar, or null where there is no body
     */
    public function free(Operation $operation, ?RequestOptions $options): mixed
    {
        return $this->finish($operation, $options, fn (Response $response): mixed
            => $response->body === '' ? null : ApiObject::hydrate($this->read($response), null));
    }

    /** @return Paginator<mixed> */
    public function list(Operation $operation, ?RequestOptions $options = null): Paginator
    {
        return new Paginator($this, $operation, $options);
    }

    /** @param \Closure(Response): mixed $read */
    private function finish(Operation $operation, ?RequestOptions $options, \Closure $read): mixed
    {
        $began = hrtime(true);
        try {
            $response = $this->send($operation, $options ?? new RequestOptions());
            $result = $read($response);
        } catch (OrbintoException $error) {
            $this->tellOfError($operation, $error, (hrtime(true) - $began) / 1e9);
            throw $error;
        }
        Deprecations::look($operation->name, $response, $this->settings->hooks->deprecation);
        return $result;
    }

    private function send(Operation $operation, RequestOptions $options): Response
    {
        $url = $this->settings->baseUrl . Address::path($operation->path, $operation->ids) . Address::query($operation->query);
        $body = $operation->body === null ? null : BodyEncoder::encode($operation->body, $operation->shape);
        $response = $this->sendWithToken($operation, $url, $body, $options);
        if ($this->seen !== null) {
            ($this->seen)($response);
        }
        return $response;
    }

    /** A token that is refused is renewed once, and the call sent again. */
    private function sendWithToken(Operation $operation, string $url, ?string $body, RequestOptions $options): Response
    {
        $own = $this->ownHeaders($options);
        $used = null;
        $headers = function () use ($own, $body, &$used): array {
            $credentials = $this->settings->credentials;
            $used = $credentials instanceof Session ? $credentials->accessToken() : $credentials;
            return $this->headers($own, $body, $used);
        };
        $send = fn (): Response => $this->sender->send(
            $operation->name,
            $operation->method,
            $url,
            $headers,
            $body,
            $operation->isRepeatable,
            $options,
        );
        try {
            return $send();
        } catch (ApiException $error) {
            $session = $this->settings->credentials;
            $isRefused = $error->status === 401 && $error->errorCode === 'invalid_access_token';
            if (!$isRefused || !$session instanceof Session || !$used instanceof Secret || !$session->renew($used)) {
                throw $error;
            }
            return $send();
        }
    }

    /**
     * @param array<string, string> $own
     * @return array<string, string>
     */
    private function headers(array $own, ?string $body, ?Secret $token): array
    {
        $headers = [
            'Accept' => 'application/json',
            'User-Agent' => Version::userAgent(),
            ...($token === null ? [] : ['Authorization' => 'Bearer ' . $token->reveal()]),
            ...($body === null ? [] : ['Content-Type' => 'application/json']),
        ];
        foreach ($own as $name => $value) {
            $same = array_filter(array_keys($headers), static fn (string $known): bool => strcasecmp($known, $name) === 0);
            $headers[current($same) ?: $name] = $value;
        }
        return $headers;
    }

    /** @return array<string, string> */
    private function ownHeaders(RequestOptions $options): array
    {
        foreach ($options->headers as $name => $value) {
            $isName = preg_match("/\\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\\z/", (string) $name) === 1;
            if (!$isName || in_array(strtolower((string) $name), self::NOT_THE_CALLERS, true)) {
                throw new ConfigurationException('A header has a name that cannot be sent, or that the transport writes itself.');
            }
            if (!is_string($value) || preg_match('/[\x00-\x08\x0a-\x1f\x7f]/', $value) === 1) {
                throw new ConfigurationException("The header $name has a value that cannot be sent, such as one with a line end.");
            }
        }
        return $options->headers;
    }

    private function read(Response $response): mixed
    {
        try {
            return Json::decode($response->body);
        } catch (\JsonException $error) {
            throw new InvalidResponseException("The answer is no JSON: {$error->getMessage()}", $response);
        }
    }

    private function tellOfError(Operation $operation, OrbintoException $error, float $seconds): void
    {
        $hook = $this->settings->hooks->error;
        if ($hook !== null) {
            $status = $error instanceof ApiException ? $error->status : null;
            $id = $error instanceof ApiException ? $error->requestId : null;
            $hook(new CallInfo($operation->name, $operation->method, $operation->path, 0, $seconds, $status, $id, error: $error));
        }
    }
}
