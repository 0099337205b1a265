# frozen_string_literal: true

module Orbinto
  # How many requests are left: `limit` and `remaining` of this minute, and `reset`, Unix seconds when it begins anew.
  RateLimit = Struct.new(:limit, :remaining, :reset, keyword_init: true) do
    # @param headers [Hash{String => String}] names in lower case
    # @return [RateLimit, nil] nil where the headers do not tell it
    def self.from(headers)
      values = Defaults::HEADERS_RATE_LIMIT.map { |name| Integer(headers[name], 10, exception: false) if headers[name] }
      values.all? ? new(limit: values[0], remaining: values[1], reset: values[2]).freeze : nil
    end
  end

  # What a call gives after Client#with_response: its result and what the answer tells besides.
  class Response
    # @return [Object, nil] what the call gives otherwise
    attr_reader :data
    # @return [Integer] the HTTP status
    attr_reader :status
    # @return [Hash{String => String}] names in lower case
    attr_reader :headers

    # @api private
    def initialize(data, answer)
      @data = data
      @status = answer.status
      @headers = answer.headers
    end

    # @return [String, nil]
    def request_id
      headers[Defaults::HEADER_REQUEST_ID]
    end

    # @return [RateLimit, nil]
    def rate_limit
      RateLimit.from(headers)
    end

    # @return [String] status and request id; no header, no data
    def inspect
      "#<#{self.class.name} status=#{status} request_id=#{request_id.inspect}>"
    end
  end
end
