# frozen_string_literal: true

require "set"

module Orbinto
  # A list of records. Enumerable over all items of all pages; nothing is asked for before it is wanted.
  #
  #   client.contacts.list.each { |contact| … }   # every item
  #   client.contacts.list.take(10)               # no more pages than needed
  #   client.contacts.list(per_page: 10).pages.each { |page| … }
  #   client.contacts.list(per_page: 10).page     # one page, one request
  class List
    include Enumerable
    include Hidden

    # Items a request, where the caller says nothing of pages.
    SIZE = 100
    PAGE_MODE = %w[page per_page].freeze
    CURSOR_MODE = %w[after limit].freeze

    STUCK = "The cursor of the list does not move: the same page would come for ever."
    private_constant :STUCK

    # @api private
    # @param query [Hash{String => Object}]
    # @param fetch [Proc] asks for the page of a query: gives [page, answer]
    # @param raw [Boolean] whether #page gives a Response
    def initialize(query, raw: false, &fetch)
      @query = query.reject { |_, value| value.nil? || OMIT.equal?(value) }.freeze
      @raw = raw
      @fetch = fetch
    end

    # Every item. In page mode, one that has come already is left out: new records push others to the next page.
    # @yield [Model]
    # @return [Enumerator, List]
    def each
      return to_enum(:each) unless block_given?

      seen = page_mode? ? Set.new : nil
      each_page do |page|
        page.items.each { |item| yield item if new?(item, seen) }
      end
      self
    end

    # Every page.
    # @return [Enumerator<ListPage>]
    def pages
      to_enum(:each_page)
    end

    # One page: one request, with the query as it was given.
    # @return [ListPage, Response] a Response after Client#with_response
    def page
      page, answer = @fetch.call(@query)
      @raw ? Response.new(page, answer) : page
    end

    private

    def each_page
      query = page_mode? || CURSOR_MODE.any? { |name| @query.key?(name) } ? @query : @query.merge("limit" => SIZE)
      asked = Set.new
      while query
        page, answer = @fetch.call(query)
        raise InvalidResponseError.new("The answer is no page of a list.", answer) unless page.is_a?(ListPage)

        yield page
        query = following(query, page, answer, asked)
      end
    end

    def following(query, page, answer, asked)
      return nil unless page.more? && page.items.any?
      place = page_mode? ? page.number : page.next_cursor
      raise InvalidResponseError.new(STUCK, answer) unless place.nil? || asked.add?(place)
      return query.merge("page" => query.fetch("page", 1).to_i + 1) if page_mode?

      place && query.merge("after" => place)
    end

    def page_mode?
      PAGE_MODE.any? { |name| @query.key?(name) }
    end

    def new?(item, seen)
      id = seen && item.is_a?(Model) ? item["id"] : nil
      id.nil? || !seen.add?(id).nil?
    end
  end
end
