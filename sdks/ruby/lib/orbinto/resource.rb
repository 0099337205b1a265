# frozen_string_literal: true

module Orbinto
  # Sends calls for a client's resources.
  # @api private
  class Caller
    include Hidden

    attr_reader :configuration

    def initialize(configuration, raw: false)
      @configuration = configuration
      @raw = raw
    end

    def raw?
      @raw
    end

    # @return [Object, Response]
    def call(operation, path, **parts)
      data, answer = exchange(operation, path, **parts)
      @raw ? Response.new(data, answer) : data
    end

    # @return [Array(Object, Transport::Response)]
    def exchange(operation, path, options: {}, **parts)
      answer = Executor.run(Call.new(operation, path, @configuration, options: CallOptions.new(options), **parts))
      [Casting.cast(answer.json, operation.result), answer]
    end
  end

  # The namespace of a client that holds the calls of one kind of record.
  class Resource
    include Hidden

    # @api private
    def initialize(caller)
      @caller = caller
    end

    private

    def call(operation, ids, query: {}, body: nil, request_options: {})
      @caller.call(operation, path(operation, ids), query: query, body: given(body), options: request_options)
    end

    def list_of(operation, ids, query:, body: nil, request_options: {})
      path = path(operation, ids)
      List.new(query, raw: @caller.raw?) do |page_query|
        @caller.exchange(operation, path, query: page_query, body: given(body), options: request_options)
      end
    end

    def path(operation, ids)
      ids = ids.dup
      operation.path.gsub(/\{(\w+)\}/) { Checks.id(Regexp.last_match(1), ids.shift) }
    end

    def given(body)
      body&.reject { |_, value| OMIT.equal?(value) }
    end
  end
end
