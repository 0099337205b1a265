<?php

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * One call, before it is written as a request.
 *
 * @internal
 */
final class Operation
{
    /**
     * @param string $name such as `contacts.get`
     * @param string $path such as `/contacts/{id}`
     * @param array<string, string> $ids what stands in braces in the path
     * @param array<string, mixed> $query
     * @param mixed $body null: none
     * @param mixed $shape of the body, as {@see BodyEncoder} reads it
     * @param class-string|null $result null: there is nothing to read
     */
    public function __construct(
        public readonly string $name,
        public readonly string $method,
        public readonly string $path,
        public readonly array $ids = [],
        public readonly array $query = [],
        public readonly mixed $body = null,
        public readonly mixed $shape = null,
        public readonly ?string $result = null,
        public readonly bool $isRepeatable = false,
    ) {
    }

    /** @param array<string, mixed> $query */
    public function withQuery(array $query): self
    {
        return new self(
            $this->name,
            $this->method,
            $this->path,
            $this->ids,
            $query,
            $this->body,
            $this->shape,
            $this->result,
            $this->isRepeatable,
        );
    }
}
