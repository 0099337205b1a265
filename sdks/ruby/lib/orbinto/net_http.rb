# frozen_string_literal: true

require "net/http"
require "openssl"
require "zlib"

module Orbinto
  module Transport
    # The transport that a client has unless it is given another: net/http, with connections that are used again.
    class NetHTTP
      include Hidden

      # Seconds that a connection may wait for the next call.
      KEEP_ALIVE = 4

      # @param proxy [String, nil, false] the proxy's address; nil: as the environment says (https_proxy, no_proxy); false: none
      # @param options [Hash{Symbol => Object}] attributes of Net::HTTP, such as `ca_file`, `open_timeout`, `min_version`
      def initialize(proxy: nil, options: {})
        @proxy = proxy
        @options = options
        @pool = ConnectionPool.new
      end

      # @param request [Request]
      # @return [Response] read to its end
      def call(request)
        key = "#{request.url.scheme}://#{request.url.host}:#{request.url.port}"
        connection = @pool.take(key) || connect(request.url)
        response = exchange(connection, request)
        whole = true
        response
      ensure
        # Whatever broke off the exchange, be it Timeout or Thread#kill: the rest of the answer must reach no other call.
        if connection
          whole ? @pool.give(key, connection) : ConnectionPool.close(connection)
        end
      end

      # Closes the connections that wait.
      def close
        @pool.clear
      end

      private

      def connect(url)
        http = Net::HTTP.new(url.hostname, url.port, *proxy_for(url))
        http.use_ssl = url.scheme == "https"
        http.max_retries = 0 # net/http would repeat GET and DELETE by itself.
        http.ignore_eof = false if http.respond_to?(:ignore_eof=)
        http.keep_alive_timeout = KEEP_ALIVE
        @options.each { |name, value| http.public_send(:"#{name}=", value) }
        http
      end

      def proxy_for(url)
        return [nil] if @proxy == false

        proxy = @proxy ? URI.parse(@proxy) : url.find_proxy
        proxy ? [proxy.hostname, proxy.port, decoded(proxy.user), decoded(proxy.password)] : [nil]
      end

      def decoded(text)
        text && URI.decode_www_form_component(text)
      end

      def exchange(connection, request)
        limit(connection, request.timeout)
        connection.start unless connection.started?
        body = String.new(encoding: Encoding::BINARY)
        answer = connection.request(message(request)) { |response| response.read_body { |part| body << part } }
        headers = answer.to_hash.transform_values { |values| text(values.join(", ")) }
        refuse_cut_off(request, answer, headers, body)
        Response.new(status: answer.code.to_i, headers: headers, body: unpacked(headers, body))
      end

      # Headers are bytes; callers want text.
      def text(bytes)
        bytes.force_encoding(Encoding::UTF_8).scrub
      end

      # A server that sends nothing for so long has failed; the client ends the whole in time besides.
      def limit(connection, seconds)
        connection.open_timeout = [@options[:open_timeout], seconds].compact.min
        connection.read_timeout = seconds
        connection.write_timeout = seconds
      end

      # Without a body none is declared; net/http would declare a form.
      def message(request)
        headers = { "accept-encoding" => "gzip" }.merge(request.headers)
        headers["content-length"] = "0" if request.body.nil? && %w[POST PUT PATCH].include?(request.http_method)
        message = Net::HTTPGenericRequest.new(
          request.http_method, !request.body.nil?, request.http_method != "HEAD", request.url.request_uri, headers
        )
        message.body = request.body if request.body
        message
      end

      # Ruby before 3.2 takes a body that was cut off for a whole one.
      def refuse_cut_off(request, answer, headers, body)
        length = Integer(headers["content-length"], 10, exception: false) if headers["content-length"]
        return if length.nil? || length == body.bytesize || request.http_method == "HEAD" || !answer.class.body_permitted?

        raise EOFError, "the answer has #{body.bytesize} bytes of #{length}"
      end

      def unpacked(headers, body)
        headers["content-encoding"].to_s.downcase == "gzip" && !body.empty? ? Zlib.gunzip(body) : body
      end
    end
  end
end
