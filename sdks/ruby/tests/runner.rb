# frozen_string_literal: true

# Carries out the scenarios of a file with this library, and prints a line of JSON for each: ruby runner.rb FILE
require_relative "runner/scenario"

# Threads of the library or of the runner tell what broke them by their value.
Thread.report_on_exception = false
$stdout.sync = true

JSON.parse(File.read(ARGV.fetch(0), encoding: "UTF-8"), max_nesting: false).fetch("scenarios").each do |scenario|
  puts JSON.generate(Runner::Scenario.new(scenario).run, max_nesting: false)
end
