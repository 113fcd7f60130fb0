require 'json'

module Lending
  class Error < StandardError; end

  class NotOnShelf < Error
    def initialize(isbn)
      super("#{isbn} is not on the shelf")
    end
  end

  Book = Struct.new(:isbn, :title, :author, :due, keyword_init: true)

  class Catalogue
    def initialize(books = [])
      @books = books.to_h { |book| [book.isbn, book] }
    end

    def lend(isbn)
      @books.delete(isbn) || raise(NotOnShelf, isbn)
    end

    def lend_all(isbns)
      isbns.map { |isbn| lend(isbn) }
    end

    def fetch(isbn)
      @books.fetch(isbn)
    end

    def author_of(isbn)
      @books[isbn].author.name
    end

    def titles
      @books.values.map { |book| book.title.upcase }.sort
    end

    def days_late(book)
      (Time.now - book.due) / 86_400
    end

    def self.load(text)
      JSON.parse(text)
    rescue JSON::ParserError
      raise Error, 'catalogue file is damaged'
    end

    def method_missing(name, *args)
      return super unless name.to_s.start_with?('find_by_')

      raise ArgumentError, "cannot search by #{name.to_s.sub('find_by_', '')}"
    end

    def respond_to_missing?(name, all = false)
      name.to_s.start_with?('find_by_') || super
    end
  end
end
