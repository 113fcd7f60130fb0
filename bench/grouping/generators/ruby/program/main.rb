require ARGV.first
$LOAD_PATH.unshift("#{__dir__}/lib")
require 'lending/catalogue'
require 'lending/desk'

$current = {}

if defined?(Sentry)
  Client = Sentry
  Sentry.init do |config|
    config.dsn = ENV.fetch('DSN')
    config.release = ENV.fetch('RELEASE')
    config.background_worker_threads = 0
    config.project_root = __dir__
    config.before_send = lambda do |event, _hint|
      event.tags = $current
      event
    end
  end
else
  Client = Raven
  Raven.configure do |config|
    config.dsn = ENV.fetch('DSN')
    config.release = ENV.fetch('RELEASE')
    config.silence_ready = true
    config.encoding = 'json'
    config.project_root = __dir__
    config.before_send = lambda do |event, _hint|
      event = event.to_hash unless event.is_a?(Hash)
      event.merge(tags: $current)
    end
  end
end

def id
  rand(10_000..9_999_999)
end

def isbn
  "978-#{id}-#{rand(10)}"
end

shelf = -> { Lending::Catalogue.new }
desk = Lending::Desk.new
book = ->(**with) { Lending::Book.new(isbn: isbn, **with) }

SCENARIOS = [
  ['lend', 'not-on-shelf', -> { shelf.call.lend(isbn) }],
  ['lend.all', 'not-on-shelf', -> { shelf.call.lend_all([isbn]) }],
  ['fetch', 'fetch-key', -> { shelf.call.fetch(isbn) }],
  ['author', 'author-nil', -> { shelf.call.author_of(isbn) }],
  ['author.each', 'author-nil', -> { [isbn].each { |i| shelf.call.author_of(i) } }],
  ['titles', 'title-nil', -> { Lending::Catalogue.new([book.call(title: nil)]).titles }],
  ['titles.two', 'title-nil', -> { Lending::Catalogue.new([book.call(title: 'x'), book.call]).titles }],
  ['late', 'due-nil', -> { shelf.call.days_late(book.call) }],
  ['load', 'catalogue-damaged', -> { Lending::Catalogue.load("{#{id}") }],
  ['find', 'search-field', -> { shelf.call.find_by_colour(id) }],
  ['find.missing', 'no-method', -> { shelf.call.shelve(id) }],
  ['limit', 'limit-kind', -> { desk.limit_for('staff') }],
  ['card', 'card-expired', -> { desk.check_in(id | 1) }],
  ['card.blocked', 'card-blocked', -> { desk.check_in(id & ~1) }],
  ['union', 'union-refused', -> { desk.ask_union(9) }],
  ['cover', 'cover-refused', -> { desk.cover(9, isbn) }],
  ['scan', 'scan-timeout', -> { desk.scan(id) }],
  ['slip', 'slip-template', -> { desk.print_slip("slip-#{id}") }],
  ['pay', 'amount', -> { desk.pay("#{id} EUR") }],
  ['audit', 'audit-frozen', -> { desk.audit(['a'.freeze]) }],
  ['tree', 'tree-overflow', -> { desk.tree(1) }],
  ['open', 'hours-sunday', -> { desk.open_on_sunday }],
  ['open.monday', 'hours-monday', -> { desk.open_on_monday }],
  ['thread', 'card-expired', -> { Thread.new { Thread.current.report_on_exception = false; desk.check_in(id | 1) }.join }],
  ['wrapped', 'catalogue-damaged', -> { begin; Lending::Catalogue.load("[#{id}"); rescue Lending::Error => e; raise 'import stopped'; end }],
  ['message', 'msg-queue', -> { Client.capture_message("#{id} reservations are waiting") }],
  ['message.plain', 'msg-closed', -> { Client.capture_message('Reading room is closed') }]
].freeze

SCENARIOS.each do |name, truth, act|
  $current = { case: name, truth: truth }
  begin
    act.call
  rescue Exception => e # rubocop:disable Lint/RescueException
    Client.capture_exception(e)
  end
end
