# frozen_string_literal: true

require "digest"

module Orbinto
  # Signs users in, by OAuth 2.0 with PKCE. Thread-safe.
  #
  #   oauth = Orbinto::OAuth.new(client_id: "…", client_secret: ENV["ORBINTO_CLIENT_SECRET"])
  #   attempt = oauth.authorize_url(redirect_uri: "https://app.example.com/callback", scopes: ["contacts:read"])
  #   # keep attempt.state and attempt.code_verifier in the user's session, send the browser to attempt.url; later:
  #   tokens = oauth.exchange(code: params[:code], code_verifier: verifier, redirect_uri: "https://app.example.com/callback")
  class OAuth
    include Hidden

    VERIFIER = /\A[A-Za-z0-9\-._~]{43,128}\z/.freeze
    private_constant :VERIFIER

    # Where the user's browser is sent, and what has to be kept for its return.
    Authorization = Struct.new(:url, :state, :code_verifier, keyword_init: true) do
      include Hidden
    end

    # `access_token`, `refresh_token`, `expires_in` (seconds), `scope`, `token_type`.
    class Tokens < Model
      %w[access_token refresh_token expires_in scope token_type].each { |name| field name }
    end

    # An OAuth call: a form, without a key, and errors of the token endpoint.
    # @api private
    class FormCall < Call
      def initialize(name, url, form, configuration)
        super(Operation.new(name: name, http_method: "POST"), "", configuration)
        @url = url
        @form = form
        @body = Serializer.form(form)
      end

      SECRETS = %w[client_secret code code_verifier refresh_token token].freeze

      def answers_with_error(response, _credential)
        OAuthError.from(response, secrets: @form.values_at(*SECRETS).compact)
      end

      def headers(_credential)
        super(nil).merge("content-type" => "application/x-www-form-urlencoded")
      end
    end

    # @param client_id [String]
    # @param client_secret [String, nil] of confidential clients only
    # @param options `base_url`, `timeout`, `total_timeout`, `max_retries`, `headers`, `logger`, `hooks`, `transport`, `sleep` as for Client
    # @raise [ConfigurationError]
    def initialize(client_id:, client_secret: nil, **options)
      raise ConfigurationError, "client_id is missing." if client_id.to_s.empty?

      @client = { "client_id" => client_id, "client_secret" => client_secret.to_s.empty? ? nil : client_secret }
      @configuration = Configuration.new(oauth: NoSession, **options)
    end

    # @param redirect_uri [String] one that is registered for the client
    # @param scopes [Array<String>] such as `contacts:read`
    # @param state [String] compare it with the one that comes back
    # @param code_verifier [String] 43 to 128 characters
    # @param params [Hash] more query parameters, such as `login_hint`
    # @return [Authorization] to be kept until the user comes back; its `url` is where the browser goes
    def authorize_url(redirect_uri:, scopes: [], state: SecureRandom.urlsafe_base64(24),
                      code_verifier: SecureRandom.urlsafe_base64(48), params: {})
      query = {
        "response_type" => "code", "client_id" => @client["client_id"], "redirect_uri" => redirect_uri,
        "scope" => scopes.empty? ? nil : Array(scopes).join(" "), "state" => state,
        "code_challenge" => challenge(code_verifier), "code_challenge_method" => "S256", **params.transform_keys(&:to_s)
      }
      Authorization.new(url: "#{address(:authorize)}?#{Serializer.query(query)}", state: state, code_verifier: code_verifier)
    end

    # Turns the code that the user came back with into tokens.
    # @return [Tokens]
    # @raise [OAuthError]
    def exchange(code:, code_verifier:, redirect_uri:)
      token("grant_type" => "authorization_code", "code" => code, "code_verifier" => code_verifier, "redirect_uri" => redirect_uri)
    end

    # @return [Tokens] the refresh token may be a new one: keep it
    # @raise [OAuthError]
    def refresh(refresh_token:)
      token("grant_type" => "refresh_token", "refresh_token" => refresh_token)
    end

    # Ends an access token or a refresh token.
    # @return [nil]
    # @raise [OAuthError]
    def revoke(token:)
      Executor.run(FormCall.new("oauth.revoke", address(:revoke), { "token" => token, **@client }, @configuration))
      nil
    end

    # What a client acts with: `Orbinto::Client.new(oauth: oauth.session(…))`.
    # @param expires_at [Integer, Time, nil] when the access token ends, Unix seconds
    # @yield [Tokens] after each renewal, to keep them
    # @return [Session]
    def session(access_token:, refresh_token: nil, expires_at: nil, &on_refresh)
      Session.new(self, access_token: access_token, refresh_token: refresh_token, expires_at: expires_at, &on_refresh)
    end

    # Stands for "no credential".
    # @api private
    module NoSession
      def self.access_token
        nil
      end

      def self.renewable?
        false
      end
    end

    private

    def challenge(code_verifier)
      return [Digest::SHA256.digest(code_verifier)].pack("m0").tr("+/", "-_").delete("=") if code_verifier.match?(VERIFIER)

      raise ConfigurationError, "A code verifier has 43 to 128 characters of A-Z, a-z, 0-9, -._~."
    end

    def token(form)
      answer = Executor.run(FormCall.new("oauth.token", address(:token), { **form, **@client }, @configuration))
      return Tokens.new(answer.json) if answer.json.is_a?(Hash)

      raise InvalidResponseError.new("The token endpoint answered #{answer.status} without tokens.", answer)
    end

    # The API's own addresses for its own base URL, else beside the base URL.
    def address(name)
      base = @configuration.base_url
      return URI.parse(Defaults::OAUTH_URLS.fetch(name)) if base.to_s == Defaults::BASE_URL

      URI.join("#{base.scheme}://#{base.host}:#{base.port}", "/oauth/#{name}")
    end
  end
end
