import { expect, it } from 'vitest'
import type { Event, Frame } from '../../event/event.ts'
import { aFrame } from '../testing/an-event.ts'
import { anException, eventOf, inModule, judgePair, type Pair } from '../testing/a-stranger.ts'

const of =
  (platform: string) =>
  (said: string, ...frames: (string | Frame)[]): Event =>
    eventOf(platform, anException(said, ...frames))
const [python, ruby, php, go, csharp, elixir] = ['python', 'ruby', 'php', 'go', 'csharp', 'elixir'].map(
  of,
) as [
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
]
const py = (place: string, line?: string): Frame => ({
  ...inModule(place),
  filename: `/srv/x/${place.split('#')[0]?.replaceAll('.', '/')}.py`,
  ...(line !== undefined && { context_line: line }),
})

const pairs: Pair[] = [
  [
    'a Django model that is missing, with two ids',
    'one',
    python(
      'DoesNotExist: Ticket matching query does not exist.',
      py('desk.views#show'),
      aFrame('/venv/lib/python3.12/site-packages/django/db/models/query.py#get'),
    ),
    python(
      'DoesNotExist: Ticket matching query does not exist.',
      py('desk.views#show'),
      aFrame('/opt/venv/lib64/python3.9/site-packages/django/db/models/query.py#get'),
    ),
  ],
  [
    'a key of the program and another one',
    'two',
    python("KeyError: 'seat'", py('desk.views#show', "row = data['seat']")),
    python("KeyError: 'gate'", py('desk.views#show', "row = data['gate']")),
  ],
  [
    'keys that came with the data',
    'one',
    python("KeyError: 'LHR'", py('desk.views#show', 'row = airports[code]')),
    python("KeyError: 'CDG'", py('desk.views#show', 'row = airports[code]')),
  ],
  [
    'JSON that two versions of Python word differently',
    'one',
    python('JSONDecodeError: Expecting value: line 1 column 1 (char 0)', py('desk.feed#load')),
    python("JSONDecodeError: Expecting ',' delimiter: line 4 column 12 (char 77)", py('desk.feed#load')),
  ],
  [
    'a refused connection while two different things were fetched',
    'two',
    eventOf(
      'python',
      anException(
        'ConnectionRefusedError: [Errno 111] Connection refused',
        aFrame('/usr/lib/python3.11/socket.py#connect'),
      ),
      anException('FeedError: no feed', py('desk.feed#load')),
    ),
    eventOf(
      'python',
      anException(
        'ConnectionRefusedError: [Errno 111] Connection refused',
        aFrame('/usr/lib/python3.11/socket.py#connect'),
      ),
      anException('MapError: no map', py('desk.maps#load')),
    ),
  ],
  [
    'a Celery task with its own arguments in the message',
    'one',
    python('Retry: Retry in 3s: TimeoutError("task 1f0c44aa timed out")', py('desk.tasks#sync')),
    python('Retry: Retry in 12s: TimeoutError("task 9e0c44bb timed out")', py('desk.tasks#sync')),
  ],
  [
    'a Rails record that is missing, with two ids',
    'one',
    ruby(
      "ActiveRecord::RecordNotFound: Couldn't find Ticket with 'id'=17",
      '/srv/desk/app/controllers/tickets_controller.rb#show',
      '/usr/local/bundle/gems/activerecord-7.1.2/lib/x.rb#find',
    ),
    ruby(
      "ActiveRecord::RecordNotFound: Couldn't find Ticket with 'id'=90210",
      '/app/app/controllers/tickets_controller.rb#TicketsController#show',
      '/usr/local/bundle/gems/activerecord-8.0.0/lib/x.rb#find',
    ),
  ],
  [
    'a method missing on nil, as Ruby 3.3 and 3.4 say it',
    'one',
    ruby("NoMethodError: undefined method `total' for nil:NilClass", '/app/lib/cart.rb#block in sum'),
    ruby("NoMethodError: undefined method 'total' for nil", '/app/lib/cart.rb#block in Cart#sum'),
  ],
  [
    'two methods missing on nil',
    'two',
    ruby("NoMethodError: undefined method 'total' for nil", '/app/lib/cart.rb#sum'),
    ruby("NoMethodError: undefined method 'price' for nil", '/app/lib/cart.rb#sum'),
  ],
  [
    'an object whose address is in the message',
    'one',
    ruby('ArgumentError: comparison of #<Cart:0x00007f9a1c> with nil failed', '/app/lib/cart.rb#sort'),
    ruby('ArgumentError: comparison of #<Cart:0x00007f77bb> with nil failed', '/app/lib/cart.rb#sort'),
  ],
  [
    'a built-in function on the line of its caller',
    'one',
    ruby(
      'KeyError: key not found: :seat',
      aFrame('/app/lib/cart.rb#seat_of', { lineno: 7 }),
      aFrame('/app/lib/cart.rb#fetch', { lineno: 7 }),
    ),
    ruby('KeyError: key not found: :seat', aFrame('/app/lib/cart.rb#Cart#seat_of', { lineno: 9 })),
  ],
  [
    'a Laravel view, compiled in two releases',
    'one',
    php(
      'ErrorException: Undefined variable $ticket',
      '/var/www/desk/storage/framework/views/9a0364b9e99bb480dd25e1f0284c8555aa112233.php',
    ),
    php(
      'ErrorException: Undefined variable $ticket',
      '/var/www/desk/storage/framework/views/11ffbb480dd25e1f0284c8559a0364b9e99b4455.php',
    ),
  ],
  [
    'two undefined array keys of the program',
    'two',
    php(
      'ErrorException: Warning: Undefined array key "seat"',
      '/var/www/desk/app/Ticket.php#App\\Ticket::show',
    ),
    php(
      'ErrorException: Warning: Undefined array key "gate"',
      '/var/www/desk/app/Ticket.php#App\\Ticket::show',
    ),
  ],
  [
    'an anonymous class, as two servers call it',
    'one',
    php(
      'RuntimeException: job failed for good',
      '/var/www/desk/app/Jobs.php#class@anonymous\0/var/www/desk/app/Jobs.php:12$0::run',
    ),
    php(
      'RuntimeException: job failed for good',
      '/var/www/desk/app/Jobs.php#class@anonymous\0/srv/app/Jobs.php:14$2a::run',
    ),
  ],
  [
    'SQLSTATE codes',
    'two',
    php(
      'PDOException: SQLSTATE[23000]: Integrity constraint violation',
      '/var/www/desk/app/Db.php#App\\Db::store',
    ),
    php('PDOException: SQLSTATE[40001]: Serialization failure', '/var/www/desk/app/Db.php#App\\Db::store'),
  ],
  [
    'a Go closure that another build numbered anew',
    'one',
    go('*errors.errorString: no seat is free', {
      ...aFrame('/src/desk/seats.go#(*Desk).Reserve.func2.1'),
      module: 'example.org/desk',
    }),
    go('*errors.errorString: no seat is free', {
      ...aFrame('/go/src/desk/seats.go#(*Desk).Reserve.func3'),
      module: 'example.org/desk',
    }),
  ],
  [
    'a nil map in two methods of a type',
    'two',
    go('runtime.plainError: assignment to entry in nil map', {
      ...aFrame('/src/desk/seats.go#(*Desk).Reserve'),
      module: 'example.org/desk',
    }),
    go('runtime.plainError: assignment to entry in nil map', {
      ...aFrame('/src/desk/seats.go#(*Desk).Release'),
      module: 'example.org/desk',
    }),
  ],
  [
    'an async method and its lambda in .NET, by two compilers',
    'one',
    csharp(
      'InvalidOperationException: Sequence contains no elements',
      inModule('Desk.Seats+<Reserve>d__4#MoveNext'),
      inModule('System.Linq.ThrowHelper#ThrowNoElementsException'),
    ),
    csharp(
      'InvalidOperationException: Sequence contains no elements',
      inModule('Desk.Seats+<Reserve>d__7#MoveNext'),
      inModule('System.Linq.Enumerable#First[TSource]'),
    ),
  ],
  [
    'the same words in two methods of .NET',
    'two',
    csharp(
      'InvalidOperationException: Sequence contains no elements',
      inModule('Desk.Seats+<Reserve>d__4#MoveNext'),
    ),
    csharp(
      'InvalidOperationException: Sequence contains no elements',
      inModule('Desk.Seats+<Release>d__4#MoveNext'),
    ),
  ],
  [
    'a generic repository of .NET for two types',
    'one',
    csharp('StoreException: row is locked', inModule('Desk.Repository`1[[Desk.Seat, Desk]]#Save')),
    csharp('StoreException: row is locked', inModule('Desk.Repository`1#Save(T row)')),
  ],
  [
    'an Elixir closure of one function in two builds',
    'one',
    elixir(
      'KeyError: key :seat not found in: %{gate: 3}',
      inModule('Desk.Seats#anonymous fn/2 in Desk.Seats.reserve/2'),
    ),
    elixir(
      'KeyError: key :seat not found in: %{gate: 77, row: 4}',
      inModule('Desk.Seats#Desk.Seats.reserve/2'),
    ),
  ],
]

it.each(pairs)('strangers on servers: %s is %s', (_, verdict, a, b) => {
  const judged = judgePair(a, b)
  expect(judged.verdict, judged.keys).toBe(verdict)
})
