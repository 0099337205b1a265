# frozen_string_literal: true

module Orbinto
  # An event that a webhook delivers: `event` is its name, `timestamp` when it happened, `data` the record. Each event has a class in
  # Orbinto::Models; one that is newer than this version is an Event, and all of it can be read.
  class Event < Model
    field "event"
    field "timestamp"
    field "data"

    # @api private
    def self.cast(values)
      name = Events::CLASSES[values["event"]]
      name ? Models.const_get(name, false).new(values) : new(values)
    end
  end
end
