# frozen_string_literal: true

module Orbinto
  # What carries requests. A transport of your own is anything with `call(request)` that takes a Transport::Request and gives a
  # Transport::Response; a lambda will do. It may be called by several threads at once. IOError, SystemCallError, SocketError,
  # OpenSSL::SSL::SSLError, Timeout::Error and Orbinto::ConnectionError tell that it did not work out.
  module Transport
    # One try: `http_method` (GET), `url` (a URI), `headers` (names in lower case), `body` (a text or nil), `timeout` (seconds left).
    Request = Struct.new(:http_method, :url, :headers, :body, :timeout, keyword_init: true) do
      include Hidden
    end

    # An answer that is whole: `status`, `headers` (names in lower case), `body` (bytes).
    Response = Struct.new(:status, :headers, :body, keyword_init: true) do
      include Hidden

      # @return [Boolean]
      def success?
        (200..299).cover?(status)
      end

      # @return [Object, nil] the parsed body, nil where it is no JSON
      def json
        return @json if defined?(@json)

        @json = parse
      end

      # @return [Boolean] whether the body is JSON
      def json?
        json
        @is_json
      end

      private

      # A byte order mark is no part of JSON, but it is seen.
      def parse
        @is_json = false
        text = body.to_s.b.delete_prefix("\xEF\xBB\xBF".b).force_encoding(Encoding::UTF_8)
        return nil if text.empty? || !text.valid_encoding?

        value = JSON.parse(text, max_nesting: 500, freeze: true)
        @is_json = true
        value
      rescue JSON::ParserError
        nil
      end
    end
  end
end
