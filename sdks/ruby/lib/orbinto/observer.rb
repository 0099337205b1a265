# frozen_string_literal: true

module Orbinto
  # What hooks are told. No key, no body, no query. Times are seconds; what does not apply is nil.
  #
  # - `operation` such as `contacts.get`, `http_method`, `path` without its query, `try` (1, 2, …)
  # - `status`, `request_id`, `duration` of the answer
  # - `wait` before the next try
  # - `error` that is raised, or led to a retry
  CallEvent = Struct.new(:operation, :http_method, :path, :try, :status, :request_id, :duration, :wait, :error, keyword_init: true)

  # Tells hooks and log of what a call does.
  # @api private
  class Observer
    include Hidden

    HOOKS = %i[before after retry error].freeze

    def initialize(configuration)
      @hooks = configuration.hooks
      @logger = configuration.logger
    end

    def before(call, try)
      tell(:before, call, try)
    end

    def after(call, try, response, duration)
      request_id = response.headers[Defaults::HEADER_REQUEST_ID]
      log { "#{call.http_method} #{call.path} #{response.status} try #{try}, #{milliseconds(duration)}, #{request_id || "no id"}" }
      tell(:after, call, try, status: response.status, request_id: request_id, duration: duration)
    end

    def retry(call, try, wait, error)
      log { "#{call.http_method} #{call.path} again in #{wait.round(3)} s, after #{error.class.name}" }
      tell(:retry, call, try, wait: wait, error: error, status: status_of(error))
    end

    def error(call, try, error)
      log { "#{call.http_method} #{call.path} failed at try #{try}: #{error.class.name} #{status_of(error)}".strip }
      tell(:error, call, try, error: error, status: status_of(error))
    end

    private

    def tell(hook, call, try, **facts)
      handlers = @hooks[hook] or return
      event = CallEvent.new(operation: call.name, http_method: call.http_method, path: call.path, try: try, **facts).freeze
      Array(handlers).each { |handler| handler.call(event) }
    end

    def log
      @logger&.debug("orbinto: #{yield}")
    end

    def status_of(error)
      error.respond_to?(:status) ? error.status : nil
    end

    def milliseconds(seconds)
      "#{(seconds * 1000).round(1)} ms"
    end
  end
end
