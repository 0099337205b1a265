# frozen_string_literal: true

# Runs the blocks of a README in order, as one program, and checks what stands behind `# =>`: ruby readme.rb README.md
# A block marked "illustration" is not run. `<!-- run: … -->` is run, too: what the reader's own program would have.
require "cgi"
require "net/http"

# Signs in at the sandbox as a user does, and gives the parameters of the way back.
def user_comes_back(address)
  url = URI(address)
  page = Net::HTTP.get(url)
  hidden = page.scan(/<input\b[^>]*>/).to_h { |tag| %w[name value].map { |name| CGI.unescapeHTML(tag[/\b#{name}="([^"]*)"/, 1].to_s) } }
  answer = Net::HTTP.post_form(URI.join(url, "/oauth/authorize"), hidden.merge("decision" => "approve"))
  URI.decode_www_form(URI(answer["location"]).query).to_h.transform_keys(&:to_sym)
end

# Raises where the code beside `# =>` gives something else.
def check(given, wanted, line)
  raise "line #{line}: #{given} instead of #{wanted}" unless given.gsub(" => ", "=>") == wanted.gsub(" => ", "=>")

  $checks += 1
end

$checks = 0
blocks = 0
scope = TOPLEVEL_BINDING.dup
text = File.read(ARGV.fetch(0), encoding: "UTF-8")
text.scan(/^<!-- run: (.+?) -->$|^```(\w+)( illustration)?\n(.*?)^```$/m) do |hidden, language, illustration, code|
  next if illustration
  raise "a block of #{language} cannot be run" unless hidden || language == "ruby"

  first = Regexp.last_match.pre_match.count("\n") + (hidden ? 1 : 2)
  lines = (hidden || code).lines.each_with_index.map do |line, index|
    line.sub(/\A(\s*)(\S.*?)\s+# => (.+)$/) { "#{$1}check((#{$2}).inspect, #{$3.dump}, #{first + index})" }
  end
  scope.eval(lines.join, File.expand_path(ARGV[0]), first)
  blocks += 1 unless hidden
end
puts "#{blocks} blocks, #{$checks} values"
