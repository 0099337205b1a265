<?php

declare(strict_types=1);

namespace Orbinto;

use ArrayIterator;
use Traversable;

/**
 * One page of a list: `foreach` gives its items, `count` tells how many they are.
 *
 * @template T
 */
abstract class Page extends ApiObject
{
    /** @return list<T> the items; none where the answer has no list */
    public function items(): array
    {
        $data = $this->has('data') ? $this->__get('data') : [];
        return is_array($data) ? array_values($data) : [];
    }

    /** A value of the pagination; null where it did not come. */
    public function told(string $name): mixed
    {
        $pagination = $this->has('pagination') ? $this->__get('pagination') : null;
        return $pagination instanceof ApiObject && $pagination->has($name) ? $pagination->__get($name) : null;
    }

    public function hasMore(): bool
    {
        return $this->told('has_more') === true;
    }

    public function count(): int
    {
        return count($this->items());
    }

    /** @return Traversable<int, T> */
    public function getIterator(): Traversable
    {
        return new ArrayIterator($this->items());
    }
}
