require 'net/http'
require 'socket'
require 'timeout'

module Lending
  class Desk
    RULES = { student: 5, child: 3 }.freeze

    def limit_for(kind)
      RULES.fetch(kind.to_sym)
    end

    def check_in(card)
      raise Error, "card #{card} expired on #{Time.now.strftime('%Y-%m-%d')}" if card.odd?

      raise Error, "card #{card} is blocked since #{rand(3..90)} days"
    end

    def with_retries(times)
      tries = 0
      begin
        yield
      rescue Errno::ECONNREFUSED
        tries += 1
        retry if tries < times
        raise
      end
    end

    def ask_union(port)
      with_retries(3) { TCPSocket.new('127.0.0.1', port).close }
    end

    def cover(port, isbn)
      Net::HTTP.get(URI("http://127.0.0.1:#{port}/covers/#{isbn}.png"))
    end

    def scan(gate)
      Timeout.timeout(0.01) { sleep(1) }
    ensure
      @gate = gate
    end

    def print_slip(template)
      File.read("/usr/share/lending/#{template}.erb")
    end

    def pay(amount)
      Integer(amount)
    end

    def audit(entries)
      entries.each_with_index.map do |entry, index|
        entry.frozen? ? entry << index.to_s : entry
      end
    end

    def tree(node)
      tree(node) + 1
    end

    %i[monday sunday].each do |day|
      define_method("open_on_#{day}") { raise NotImplementedError, "hours of #{day} are unknown" }
    end
  end
end
