<?php

// The parts of PSR-3, 7, 15, 17 and 18 that the adapters call, so that they can be tried without any package.

declare(strict_types=1);

namespace Psr\Log {
    interface LoggerInterface
    {
        public function debug(string $message): void;
    }
}

namespace Psr\Http\Message {
    interface StreamInterface
    {
        public function __toString(): string;
        public function getContents(): string;
        public function isSeekable(): bool;
        public function rewind(): void;
        public function write(string $string): int;
    }

    interface MessageInterface
    {
        /** @return array<string, list<string>> */
        public function getHeaders(): array;
        public function getBody(): StreamInterface;
        public function withHeader(string $name, string $value): static;
        public function withBody(StreamInterface $body): static;
    }

    interface RequestInterface extends MessageInterface
    {
    }

    interface ServerRequestInterface extends RequestInterface
    {
    }

    interface ResponseInterface extends MessageInterface
    {
        public function getStatusCode(): int;
    }

    interface RequestFactoryInterface
    {
        public function createRequest(string $method, string $uri): RequestInterface;
    }

    interface ResponseFactoryInterface
    {
        public function createResponse(int $code = 200): ResponseInterface;
    }

    interface StreamFactoryInterface
    {
        public function createStream(string $content = ''): StreamInterface;
    }
}

namespace Psr\Http\Client {
    interface ClientExceptionInterface extends \Throwable
    {
    }

    interface ClientInterface
    {
        public function sendRequest(
            \Psr\Http\Message\RequestInterface $request,
        ): \Psr\Http\Message\ResponseInterface;
    }
}

namespace Psr\Http\Server {
    interface RequestHandlerInterface
    {
        public function handle(
            \Psr\Http\Message\ServerRequestInterface $request,
        ): \Psr\Http\Message\ResponseInterface;
    }
}

namespace Orbinto\Tests {
    use Psr\Http\Message\RequestFactoryInterface;
    use Psr\Http\Message\ResponseFactoryInterface;
    use Psr\Http\Message\ResponseInterface;
    use Psr\Http\Message\ServerRequestInterface;
    use Psr\Http\Message\StreamFactoryInterface;
    use Psr\Http\Message\StreamInterface;

    final class Stream implements StreamInterface
    {
        public function __construct(public string $text = '')
        {
        }

        public function __toString(): string
        {
            return $this->text;
        }

        public function getContents(): string
        {
            return $this->text;
        }

        public function isSeekable(): bool
        {
            return true;
        }

        public function rewind(): void
        {
        }

        public function write(string $string): int
        {
            $this->text .= $string;
            return strlen($string);
        }
    }

    final class Message implements ServerRequestInterface, ResponseInterface
    {
        /** @param array<string, list<string>> $headers */
        public function __construct(
            public int $status,
            public array $headers = [],
            public StreamInterface $stream = new Stream(),
            public string $line = '',
        ) {
        }

        public function getStatusCode(): int
        {
            return $this->status;
        }

        public function getHeaders(): array
        {
            return $this->headers;
        }

        public function getBody(): StreamInterface
        {
            return $this->stream;
        }

        public function withHeader(string $name, string $value): static
        {
            return new static($this->status, [$name => [$value]] + $this->headers, $this->stream, $this->line);
        }

        public function withBody(StreamInterface $body): static
        {
            return new static($this->status, $this->headers, $body, $this->line);
        }
    }

    final class Factory implements RequestFactoryInterface, ResponseFactoryInterface, StreamFactoryInterface
    {
        public function createRequest(string $method, string $uri): Message
        {
            return new Message(0, line: "$method $uri");
        }

        public function createResponse(int $code = 200): Message
        {
            return new Message($code, stream: new Stream());
        }

        public function createStream(string $content = ''): Stream
        {
            return new Stream($content);
        }
    }
}
