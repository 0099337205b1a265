# frozen_string_literal: true

module Orbinto
  # What carries requests. A transport of your own is anything with `call(request)` that takes a Transport::Request and gives a
  # Transport::Response, or what has `status`, `headers` and `body` like one; a lambda will do. It may be called by several threads
  # at once. IOError, SystemCallError, SocketError, OpenSSL::SSL::SSLError, Timeout::Error and Orbinto::ConnectionError tell that it
  # did not work out.
  module Transport
    # One try: `http_method` (GET), `url` (a URI), `headers` (names in lower case), `body` (a text or nil), `timeout` (seconds left).
    Request = Struct.new(:http_method, :url, :headers, :body, :timeout, keyword_init: true) do
      include Hidden
    end

    # An answer that is whole: `status`, `headers` (names in lower case), `body` (bytes).
    Response = Struct.new(:status, :headers, :body, keyword_init: true) do
      include Hidden

      # @param answer [#status, #headers, #body] what a transport gave; names of headers in any case
      # @return [Response]
      # @raise [ConfigurationError]
      def self.of(answer)
        return answer if answer.is_a?(Response) && answer.headers.keys.none? { |name| name.match?(/[A-Z]/) }
        unless %i[status headers body].all? { |name| answer.respond_to?(name) }
          raise ConfigurationError, "A transport gives a Transport::Response, not a #{answer.class}."
        end

        new(status: answer.status, headers: answer.headers.to_h { |name, value| [name.to_s.downcase, value.to_s] }, body: answer.body)
      end

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
