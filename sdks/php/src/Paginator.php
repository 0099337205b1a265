<?php

declare(strict_types=1);

namespace Orbinto;

use Generator;
use IteratorAggregate;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\InvalidResponseException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Transport\Response;

/**
 * A list of any length: `foreach` gives item after item and asks for the next page when it is wanted, never sooner.
 *
 * Without `page` and `per_page` it goes by cursor, which neither misses nor repeats items when others come in meanwhile.
 *
 * @template T
 * @implements IteratorAggregate<int, T>
 */
final class Paginator implements IteratorAggregate
{
    private const PAGE_MODE = ['page', 'per_page'];
    private const CURSOR_MODE = ['after', 'limit'];
    private const MOST = 100;

    /** @internal resources make them */
    public function __construct(
        private readonly Caller $caller,
        private readonly Operation $operation,
        private readonly ?RequestOptions $options,
    ) {
    }

    /** @return Generator<int, T> */
    public function getIterator(): Generator
    {
        $seen = [];
        $isPaged = $this->has(self::PAGE_MODE);
        foreach ($this->pages() as $page) {
            foreach ($page->items() as $item) {
                $id = $item instanceof ApiObject && $item->has('id') ? $item->__get('id') : null;
                // In page mode, new records push others to the next page: they have come already.
                if ($isPaged && is_string($id)) {
                    if (isset($seen[$id])) {
                        continue;
                    }
                    $seen[$id] = true;
                }
                // Not `yield from`: its keys begin anew with every page, and iterator_to_array would lose items.
                yield $item;
            }
        }
    }

    /**
     * Page after page.
     *
     * @return Generator<int, Page<T>>
     */
    public function pages(): Generator
    {
        $query = array_filter($this->operation->query, static fn (mixed $value): bool => $value !== null);
        if ($this->has(self::PAGE_MODE)) {
            return $this->byNumber($query);
        }
        return $this->byCursor($this->has(self::CURSOR_MODE) ? $query : $query + ['limit' => self::MOST]);
    }

    /**
     * The first items, and no more pages than they take.
     *
     * @param int $count 0 or more
     * @return Generator<int, T>
     */
    public function take(int $count): Generator
    {
        if ($count < 0) {
            throw new ConfigurationException('take wants 0 or more.');
        }
        return (function () use ($count): Generator {
            if ($count === 0) {
                return;
            }
            foreach ($this as $item) {
                yield $item;
                if (--$count === 0) {
                    return;
                }
            }
        })();
    }

    /**
     * The first item, or null.
     *
     * @return T|null
     */
    public function first(): mixed
    {
        foreach ($this->take(1) as $item) {
            return $item;
        }
        return null;
    }

    /**
     * One page by one request, with the parameters as they were given.
     *
     * @return Page<T>
     */
    public function page(): Page
    {
        return $this->caller->call($this->operation, $this->options);
    }

    /**
     * All items at once. Mind how many they may be.
     *
     * @return list<T>
     */
    public function toArray(): array
    {
        return iterator_to_array($this, false);
    }

    /** @param list<string> $names */
    private function has(array $names): bool
    {
        foreach ($names as $name) {
            if (($this->operation->query[$name] ?? null) !== null) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param array<string, mixed> $query
     * @return Generator<int, Page<T>>
     */
    private function byNumber(array $query): Generator
    {
        $number = (int) ($query['page'] ?? 1);
        while (true) {
            [$page, $response] = $this->fetch(['page' => $number] + $query);
            yield $page;
            if (!$page->hasMore()) {
                return;
            }
            if ($page->items() === []) {
                throw new InvalidResponseException('A page without items says that there are more', $response);
            }
            $number++;
        }
    }

    /**
     * @param array<string, mixed> $query
     * @return Generator<int, Page<T>>
     */
    private function byCursor(array $query): Generator
    {
        $used = [];
        while (true) {
            $used[(string) ($query['after'] ?? '')] = true;
            [$page, $response] = $this->fetch($query);
            yield $page;
            if (!$page->hasMore()) {
                return;
            }
            $cursor = $page->told('next_cursor');
            if (!is_string($cursor) || $cursor === '' || isset($used[$cursor])) {
                throw new InvalidResponseException('The list says that there is more, but its cursor does not move', $response);
            }
            $query['after'] = $cursor;
        }
    }

    /**
     * @param array<string, mixed> $query
     * @return array{Page<T>, Response}
     */
    private function fetch(array $query): array
    {
        $last = null;
        $caller = $this->caller->watched(static function (Response $response) use (&$last): void {
            $last = $response;
        });
        $page = $caller->call($this->operation->withQuery($query), $this->options);
        return [$page, $last ?? new Response(200, [], '')];
    }
}
