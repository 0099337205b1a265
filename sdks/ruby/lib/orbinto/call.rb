# frozen_string_literal: true

module Orbinto
  # What the API's document says of an operation.
  # @api private
  Operation = Struct.new(:name, :http_method, :path, :result, :repeatable, keyword_init: true)

  # One call, ready to be sent as often as it takes.
  # @api private
  class Call
    include Hidden

    REPEATABLE = %w[GET HEAD PUT DELETE].freeze

    attr_reader :name, :http_method, :url, :body, :configuration, :result

    # @param path [String] encoded, relative to the base URL
    # @param query [Hash{String => Object}]
    # @param body [Hash, nil] sent as JSON
    def initialize(operation, path, configuration, query: {}, body: nil, options: CallOptions.new({}), headers: {})
      @name = operation.name
      @http_method = operation.http_method
      @result = operation.result
      @repeatable = operation.repeatable || options.retry_unsafe?
      @configuration = options.apply(configuration)
      @url = address(path, query.merge(options.extra_query))
      body = options.extra_body ? (body || {}).merge(options.extra_body) : body
      @body = body.nil? ? nil : Serializer.json(body)
      @headers = @configuration.headers.merge(Checks.headers(headers), options.headers)
    end

    # For people: without the query.
    def path
      @url.path
    end

    def repeatable?
      @repeatable
    end

    # What the message of an error names.
    def shown
      "#{http_method} #{@url.scheme}://#{@url.host}:#{@url.port}#{path}"
    end

    def answers_with_error(response, credential)
      APIError.from(response, secrets: [credential])
    end

    def headers(credential)
      {
        "accept" => "application/json",
        "user-agent" => "orbinto-ruby/#{VERSION} ruby/#{RUBY_VERSION}",
        **(@body ? { "content-type" => "application/json" } : {}),
        **@headers,
        **(credential ? { "authorization" => "Bearer #{credential}" } : {})
      }
    end

    private

    def address(path, query)
      path, given = path.split("?", 2)
      url = @configuration.base_url.dup
      url.path = "#{url.path}#{path}"
      parts = [given.to_s, Serializer.query(query)].reject(&:empty?)
      url.query = parts.join("&") if parts.any?
      url.freeze
    rescue URI::Error
      raise ConfigurationError, "This path cannot be sent: #{path.inspect[0, 80]}."
    end
  end
end
