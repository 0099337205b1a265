# frozen_string_literal: true

module Orbinto
  # What a client was given, checked. Does not change.
  # @api private
  class Configuration
    include Hidden

    attr_reader :base_url, :timeout, :total_timeout, :max_retries, :headers, :transport, :oauth, :logger, :hooks, :sleep

    def initialize(api_key: nil, oauth: nil, **options)
      @options = options
      @oauth = oauth
      @api_key = Checks.api_key(api_key || ENV["ORBINTO_API_KEY"]) unless oauth && api_key.nil?
      @oauth = nil if @api_key
      apply_connection(**options.slice(:base_url, :headers, :transport))
      apply_limits(**options.slice(:timeout, :total_timeout, :max_retries))
      apply_watchers(**options.slice(:logger, :hooks, :sleep))
      freeze
    end

    # @return [Configuration] a copy with some options replaced; connections are shared
    def with(api_key: nil, oauth: nil, **replaced)
      credentials = api_key || oauth ? { api_key: api_key, oauth: oauth } : { api_key: @api_key, oauth: @oauth }
      Configuration.new(**@options, transport: @transport, **replaced, **credentials)
    end

    # @return [String] the key, or a token that is still good
    def credential
      @oauth ? @oauth.access_token : @api_key
    end

    # Whether a token can be renewed after a 401.
    def renewable?
      @oauth ? @oauth.renewable? : false
    end

    private

    def apply_connection(base_url: nil, headers: {}, transport: nil)
      given = base_url || ENV["ORBINTO_BASE_URL"]
      @base_url = Checks.base_url(given.nil? || given == "" ? Defaults::BASE_URL : given)
      @headers = Checks.headers(headers || {}).freeze
      @transport = transport || Transport::NetHTTP.new
      raise ConfigurationError, "A transport must answer to call(request)." unless @transport.respond_to?(:call)
    end

    def apply_limits(timeout: nil, total_timeout: nil, max_retries: nil)
      @timeout = Checks.seconds("timeout", timeout || Defaults::TIMEOUT)
      @total_timeout = Checks.seconds("total_timeout", total_timeout || Defaults::TOTAL_TIMEOUT)
      @max_retries = Checks.count("max_retries", max_retries || Defaults::MAX_RETRIES)
    end

    def apply_watchers(logger: nil, hooks: nil, sleep: nil)
      @logger = logger
      @hooks = (hooks || {}).transform_keys(&:to_sym).freeze
      unknown = @hooks.keys - Observer::HOOKS
      raise ConfigurationError, "No such hook: #{unknown.first}. There are #{Observer::HOOKS.join(", ")}." if unknown.any?

      @sleep = sleep || Kernel.method(:sleep)
    end
  end
end
