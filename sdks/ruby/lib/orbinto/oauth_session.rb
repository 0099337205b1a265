# frozen_string_literal: true

module Orbinto
  class OAuth
    # The tokens of one user, renewed in time. Calls at the same time wait for one renewal.
    class Session
      include Hidden

      # @api private
      def initialize(oauth, access_token:, refresh_token:, expires_at:, &on_refresh)
        @oauth = oauth
        @access_token = Checks.api_key(access_token)
        @refresh_token = refresh_token
        @expires_at = expires_at&.to_i
        @on_refresh = on_refresh
        @lock = Mutex.new
        @refused = nil
      end

      # @return [String] a token that is good for 30 s at least, as far as is known
      # @raise [OAuthError] where it cannot be renewed
      def access_token
        renew(@access_token) if renewable? && ending?
        @access_token
      end

      # @return [String, nil]
      attr_reader :refresh_token
      # @return [Integer, nil] Unix seconds
      attr_reader :expires_at

      # @return [Boolean]
      def renewable?
        !@refresh_token.to_s.empty?
      end

      # Renews the token, unless another call has done so since this one was used.
      # @param used [String]
      # @return [nil]
      # @raise [OAuthError]
      def renew(used)
        tokens = @lock.synchronize { refreshed(used) }
        @on_refresh&.call(tokens) if tokens
        nil
      end

      private

      def ending?
        !@expires_at.nil? && Time.now.to_i >= @expires_at - Defaults::REFRESH_BEFORE_EXPIRY
      end

      def refreshed(used)
        return nil unless @access_token == used
        raise @refused.exception(@refused.message) if @refused

        keep(@oauth.refresh(refresh_token: @refresh_token))
      rescue OAuthError => e
        # Refused for good: the calls that waited need not ask again.
        @refused ||= e if e.code == "invalid_grant"
        raise
      end

      def keep(tokens)
        lifetime = tokens["expires_in"]
        @expires_at = lifetime.is_a?(Numeric) ? Time.now.to_i + lifetime.to_i : nil
        @refresh_token = tokens["refresh_token"] || @refresh_token
        @access_token = Checks.api_key(tokens["access_token"])
        tokens
      end
    end
  end
end
