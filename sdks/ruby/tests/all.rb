# frozen_string_literal: true

# What scenarios cannot say: ruby tests/all.rb
$LOAD_PATH.unshift(File.expand_path("../lib", __dir__))
require "minitest/autorun"
require "orbinto"
require_relative "stub_server"

Dir[File.expand_path("unit/*.rb", __dir__)].each { |file| require file }
