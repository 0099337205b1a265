# frozen_string_literal: true

module Orbinto
  VERSION = "1.0.0"
end
