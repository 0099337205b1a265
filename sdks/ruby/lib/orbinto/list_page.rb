# frozen_string_literal: true

module Orbinto
  # One page of a list: `data` and `pagination`. Enumerable over its items.
  class ListPage < Model
    include Enumerable

    # The fields win over what Enumerable brings.
    # @yield [Model] each item of the page
    def each(&block)
      return to_enum(:each) unless block

      items.each(&block)
      self
    end

    # @return [Array<Model>] `data`, an empty list where it is none
    def items
      data = self["data"]
      data.is_a?(Array) ? data : []
    end

    # @return [Boolean] whether more items follow
    def more?
      pagination_value("has_more") == true
    end

    # @return [String, nil] the cursor of the next page, in cursor mode
    def next_cursor
      pagination_value("next_cursor")
    end

    # @return [Integer, nil] the number of the page, in page mode
    def number
      pagination_value("page")
    end

    # All fields as they came; Enumerable's own would make pairs.
    def to_h
      Casting.plain(@values)
    end

    private

    def pagination_value(name)
      pagination = @values["pagination"]
      pagination.is_a?(Hash) ? pagination[name] : nil
    end
  end
end
