<?php

declare(strict_types=1);

namespace Orbinto\Exception;

use Orbinto\Internal\RetryAfter;
use Orbinto\Internal\Spec;
use Orbinto\RateLimit;
use Orbinto\Transport\Response;

/** An answer that is no success. Statuses with a meaning of their own have a class each, such as NotFoundException. */
class ApiException extends OrbintoException
{
    public readonly int $status;
    /** Such as `email_taken`; {@see \Orbinto\ErrorCode} has those of today. Named so since exceptions of PHP have a `code`. */
    public readonly ?string $errorCode;
    /** The kind of error, such as `validation_error`. */
    public readonly ?string $type;
    /** The field or parameter that is wrong. */
    public readonly ?string $param;
    /** What the API says, without what the message of the exception adds. */
    public readonly ?string $apiMessage;
    /** Tell it when you ask for help. */
    public readonly ?string $requestId;
    /** Where the code is explained. */
    public readonly ?string $docUrl;
    /** @var array<string, string> by name in lower case */
    public readonly array $headers;
    public readonly ?RateLimit $rateLimit;
    /** Seconds to wait before another try. */
    public readonly ?float $retryAfter;
    /** The answer as it came. */
    public readonly string $body;

    public function __construct(Response $response)
    {
        $error = self::errorIn($response->body);
        $text = static fn (string $name): ?string => is_string($error->$name ?? null) ? $error->$name : null;
        $this->status = $response->status;
        $this->errorCode = $this->codeIn($response->body) ?? $text('code');
        $this->type = $text('type');
        $this->param = $text('param');
        $this->apiMessage = $this->messageIn($response->body) ?? $text('message');
        $this->requestId = $text('request_id') ?? $response->header(Spec::REQUEST_ID_HEADER);
        $this->docUrl = $this->errorCode === null
            ? null
            : str_replace('{code}', rawurlencode($this->errorCode), Spec::ERROR_DOC_URL);
        $this->headers = $response->headers;
        $this->rateLimit = RateLimit::of($response);
        $this->retryAfter = RetryAfter::seconds($response);
        $this->body = $response->body;
        parent::__construct($this->sentence());
    }

    /** The class that belongs to the status. */
    public static function of(Response $response): self
    {
        $class = Spec::STATUS_CLASSES[$response->status] ?? ($response->status >= 500 ? ServerException::class : self::class);
        return new $class($response);
    }

    /** Where an answer has another shape than the API's errors. */
    protected function codeIn(string $body): ?string
    {
        return null;
    }

    protected function messageIn(string $body): ?string
    {
        return null;
    }

    private static function errorIn(string $body): ?\stdClass
    {
        $answer = json_decode($body);
        $error = $answer instanceof \stdClass ? $answer->error ?? null : null;
        return $error instanceof \stdClass ? $error : null;
    }

    private function sentence(): string
    {
        $isRedirect = $this->status >= 300 && $this->status < 400;
        $said = $this->apiMessage ?? ($isRedirect ? 'The answer is a redirect, and redirects are not followed.' : 'The call failed.');
        $facts = array_filter([
            "status {$this->status}",
            $this->errorCode,
            $this->param === null ? null : "parameter {$this->param}",
            $this->requestId,
            $this->docUrl,
        ], static fn (?string $fact): bool => $fact !== null && $fact !== '');
        return "$said (" . implode(', ', $facts) . ')';
    }
}
