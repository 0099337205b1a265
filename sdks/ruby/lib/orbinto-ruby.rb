# frozen_string_literal: true

# What Bundler requires for `gem "orbinto-ruby"`.
require_relative "orbinto"
