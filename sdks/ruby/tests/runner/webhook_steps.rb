# frozen_string_literal: true

module Runner
  # Steps about deliveries.
  module WebhookSteps
    def run_unwrap(step)
      given = step["unwrap"]
      options = { now: given["now"], tolerance: given["tolerance"] }.compact
      body = given.key?("parsed_body") ? given["parsed_body"] : given["body"]
      event = Orbinto::Webhooks.unwrap(body, headers_of(given), given["secrets"] || given["secret"], **options)
      { result: event.to_h }
    end

    def run_route(step)
      given = step["route"]
      told = []
      ids = {}
      options = { secret: given["secret"] }
      options[:fallback] = ->(event, id) { told << "fallback #{event.event} #{id}" } unless given["no_fallback"]
      options[:seen] = ->(id) { ids.key?(id) ? true : !(ids[id] = true) } if given["remember"]
      router = Orbinto::WebhookRouter.new(**options)
      given["handlers"].each { |name| router.on(name) { |event, id| told << "#{event.event} #{id}" } }
      given["deliveries"].each { |delivery| told << deliver(router, delivery, given["now"]) }
      { result: told.compact }
    end

    def run_build_event(step)
      given = step["build_event"]
      built = Orbinto::Events.build(given["name"], secret: given["secret"], now: given["now"], data: given["data"] || {})
      { result: { body: built.body, headers: built.headers, event: built.event.to_h } }
    end

    private

    def deliver(router, delivery, now)
      done = router.handle(delivery["body"], headers_of(delivery), now: now)
      done.outcome == :seen ? "seen #{done.id}" : nil
    rescue Orbinto::WebhookVerificationError
      "refused #{delivery["headers"]["webhook-id"]}"
    end

    def headers_of(given)
      headers = (given["headers"] || {}).merge(given["override_headers"] || {})
      given["upper_case_headers"] ? headers.transform_keys(&:upcase) : headers
    end
  end
end
