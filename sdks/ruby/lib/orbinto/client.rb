# frozen_string_literal: true

module Orbinto
  # A client of the API. One serves any number of threads, and forked processes; it never changes.
  #
  #   client = Orbinto::Client.new(api_key: "sk_live_…")
  #   client.contacts.create(email: "jane@example.com")
  class Client
    include Hidden
    include Namespaces

    # @param api_key [String, nil] else ORBINTO_API_KEY
    # @param base_url [String, nil] else ORBINTO_BASE_URL, else https://api.orbinto.com/v1
    # @param timeout [Numeric] seconds for one try, the body included; 30
    # @param total_timeout [Numeric] seconds for all tries and the waits between them; 120
    # @param max_retries [Integer] tries after the first; 2
    # @param headers [Hash{String => String}] sent with every call
    # @param oauth [OAuth::Session, nil] acts with OAuth tokens instead of a key
    # @param logger [#debug, nil] is told each try; never a key, a body or a query
    # @param hooks [Hash{Symbol => #call}] `before`, `after`, `retry`, `error`; each is called with a CallEvent
    # @param transport [#call, nil] carries requests, see Transport; net/http unless given
    # @param sleep [#call, nil] waits the seconds that it is given
    # @raise [ConfigurationError] for what cannot be sent
    def initialize(api_key: nil, base_url: nil, timeout: nil, total_timeout: nil, max_retries: nil, headers: {},
                   oauth: nil, logger: nil, hooks: {}, transport: nil, sleep: nil)
      @caller = Caller.new(
        Configuration.new(
          api_key: api_key, oauth: oauth, base_url: base_url, timeout: timeout, total_timeout: total_timeout,
          max_retries: max_retries, headers: headers, logger: logger, hooks: hooks, transport: transport, sleep: sleep
        )
      )
      freeze
    end

    # Another client with some options replaced. Connections are shared.
    # @param options as for #initialize
    # @return [Client]
    def with_options(**options)
      with_caller(Caller.new(@caller.configuration.with(**options), raw: @caller.raw?))
    end

    # The same client, whose calls give a Response: the result as `data`, with status, headers, request id and rate limit.
    # @return [Client]
    def with_response
      with_caller(Caller.new(@caller.configuration, raw: true))
    end

    # A call of any path of the API, for what this version has no method for.
    #
    # @param http_method [String, Symbol] `GET`
    # @param path [String] relative to the base URL: `/contacts`
    # @param query [Hash] nil values are left out
    # @param body [Object, nil] sent as JSON
    # @param headers [Hash{String => String}]
    # @param request_options [Hash{Symbol => Object}] timeout, total_timeout, max_retries, retry_unsafe, headers, api_key
    # @return [Model, Object, nil] what the answer holds
    # @raise [APIError, ConnectionError, TimeoutError, InvalidResponseError, ConfigurationError]
    def request(http_method, path, query: {}, body: nil, headers: {}, request_options: {})
      http_method = http_method.to_s.upcase
      raise ConfigurationError, "This is no method: #{http_method.inspect[0, 20]}." unless http_method.match?(/\A[A-Z]{1,20}\z/)

      path = Checks.path(path)
      name = "#{http_method} #{path.split("?").first}"
      operation = Operation.new(name: name, http_method: http_method, repeatable: Call::REPEATABLE.include?(http_method))
      @caller.call(operation, path, query: query.transform_keys(&:to_s), body: body, headers: headers, options: request_options)
    end

    # @return [String] the base URL; no key
    def inspect
      "#<#{self.class.name} base_url=#{@caller.configuration.base_url.to_s.inspect}>"
    end

    private

    def with_caller(caller)
      copy = self.class.allocate
      copy.instance_variable_set(:@caller, caller)
      copy.freeze
    end
  end
end
