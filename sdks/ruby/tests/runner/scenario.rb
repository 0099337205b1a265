# frozen_string_literal: true

$LOAD_PATH.unshift(File.expand_path("../../lib", __dir__))
require "orbinto"
require_relative "errors"
require_relative "steps"

module Runner
  # Warnings of the library go to the scenario that runs.
  module Warnings
    class << self
      attr_accessor :list
    end

    def warn(message, *_rest, **_options)
      Warnings.list ? Warnings.list << message : super
    end
  end
  Warning.extend(Warnings)

  # A logger that keeps lines.
  class Lines
    attr_reader :lines

    def initialize
      @lines = []
    end

    def debug(text)
      @lines << text
    end
  end

  # One scenario: its client, its steps, and what was seen besides.
  class Scenario
    def initialize(scenario)
      @scenario = scenario
      @waits = []
      @hooks = []
      @log = Lines.new
    end

    def run
      warnings = Warnings.list = []
      steps = with_env(@scenario["env"] || {}) do
        @scenario["steps"].map { |step| timed { Steps.new(self).run(step) } }
      end
      { name: @scenario["name"], steps: steps, waits: @waits, hooks: @hooks, log: @log.lines, warnings: warnings }
    ensure
      Warnings.list = nil
    end

    # Made when the first step wants it.
    def client
      @client ||= make_client
    end

    def oauth(client_id:, client_secret: nil)
      Orbinto::OAuth.new(client_id: client_id, client_secret: client_secret, **options("base_url", "timeout", "total_timeout", "max_retries"), sleep: method(:wait))
    end

    def timed
      began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      seen = begin
        yield
      rescue StandardError, Cancelled => e
        { error: Errors.tell(e) }
      end
      seen.merge(ms: (Process.clock_gettime(Process::CLOCK_MONOTONIC) - began) * 1000)
    end

    private

    def make_client
      given = @scenario["client"]
      extra = {}
      extra[:hooks] = %i[before after retry error].to_h { |name| [name, ->(event) { @hooks << { hook: name, told: event.inspect } }] } if given["hooks"]
      extra[:logger] = @log if given["log"]
      extra[:oauth] = session(given["oauth"]) if given["oauth"]
      Orbinto::Client.new(**options("api_key", "base_url", "timeout", "total_timeout", "max_retries"), **extra, sleep: method(:wait))
    end

    def session(given)
      oauth(client_id: given["client_id"]).session(
        access_token: given["access_token"], refresh_token: given["refresh_token"], expires_at: given["expires_at"]
      )
    end

    def options(*names)
      @scenario["client"].slice(*names).compact.transform_keys(&:to_sym)
    end

    def wait(seconds)
      advance(seconds) if @scenario["clock"]
      @waits << seconds
    end

    def advance(seconds)
      clock = @scenario["clock"]
      headers = { "authorization" => "Bearer #{clock["key"]}", "content-type" => "application/json" }
      Net::HTTP.post(URI(clock["url"]), JSON.generate(advance_seconds: seconds), headers)
    end

    def with_env(values)
      before = values.to_h { |name, _| [name, ENV[name]] }
      values.each { |name, value| ENV[name] = value }
      yield
    ensure
      before&.each { |name, value| ENV[name] = value }
    end
  end
end
