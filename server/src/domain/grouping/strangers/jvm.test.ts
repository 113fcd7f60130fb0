import { expect, it } from 'vitest'
import { anException, eventOf, inModule, judgePair, type Pair } from '../testing/a-stranger.ts'

const java = (said: string, ...frames: Parameters<typeof inModule>[0][]) =>
  eventOf('java', anException(said, ...frames.map((place) => inModule(place))))

const pairs: Pair[] = [
  [
    'a lambda that another build numbered anew',
    'one',
    java('IllegalStateException: seat is taken', 'com.acme.Seats#lambda$reserve$3'),
    java('IllegalStateException: seat is taken', 'com.acme.Seats#lambda$reserve$11'),
  ],
  [
    'lambdas of two methods',
    'two',
    java('IllegalStateException: seat is taken', 'com.acme.Seats#lambda$reserve$3'),
    java('IllegalStateException: seat is taken', 'com.acme.Seats#lambda$swap$3'),
  ],
  [
    'a bean behind a proxy of Spring, which each start names anew',
    'one',
    java('OrderException: order is empty', 'com.acme.Orders$$EnhancerBySpringCGLIB$$7f3a21bc#place'),
    java('OrderException: order is empty', 'com.acme.Orders$$SpringCGLIB$$0#place'),
  ],
  [
    'a null reached through a variable, with and without debug information',
    'one',
    java(
      'NullPointerException: Cannot invoke "com.acme.Customer.address()" because "<local4>" is null',
      'com.acme.Invoice#print',
    ),
    java(
      'NullPointerException: Cannot invoke "com.acme.Customer.address()" because "customer" is null',
      'com.acme.Invoice#print',
    ),
  ],
  [
    'nulls where two different things were asked for',
    'two',
    java(
      'NullPointerException: Cannot invoke "com.acme.Customer.address()" because "c" is null',
      'com.acme.Invoice#print',
    ),
    java(
      'NullPointerException: Cannot invoke "com.acme.Order.items()" because "o" is null',
      'com.acme.Invoice#print',
    ),
  ],
  [
    'a Kotlin coroutine, as compiled by two versions',
    'one',
    java('NoSuchElementException: no courier is free', 'com.acme.Dispatch$assign$2#invokeSuspend'),
    java('NoSuchElementException: no courier is free', 'com.acme.Dispatch$assign$1#invokeSuspend'),
  ],
  [
    'a Kotlin lambda as compiled by Kotlin 1 and 2',
    'one',
    java('IllegalArgumentException: tip is negative', 'com.acme.Tips#lambda$split$0'),
    java('IllegalArgumentException: tip is negative', 'com.acme.Tips#split$lambda$0'),
  ],
  [
    'a Scala function value in 2.12 and 2.13',
    'one',
    java('MatchError: Cancelled (of class com.acme.Cancelled)', 'com.acme.Flow#$anonfun$settle$1'),
    java('MatchError: Cancelled (of class com.acme.Cancelled)', 'com.acme.Flow#$anonfun$settle$4$adapted'),
  ],
  [
    'a JDBC failure that our repository wraps, from two callers',
    'one',
    eventOf(
      'java',
      anException(
        'SQLException: Duplicate entry ann@example.org for key users.email',
        inModule('com.mysql.cj.jdbc.Client#exec'),
      ),
      anException(
        'StoreException: cannot save',
        inModule('com.acme.Api#signUp'),
        inModule('com.acme.Users#insertUser'),
      ),
    ),
    eventOf(
      'java',
      anException(
        'SQLException: Duplicate entry bob@example.org for key users.email',
        inModule('com.mysql.cj.jdbc.Client#exec'),
      ),
      anException(
        'StoreException: cannot save',
        inModule('com.acme.Import#row'),
        inModule('com.acme.Users#insertUser'),
      ),
    ),
  ],
  [
    'two duplicate keys of two tables',
    'two',
    java('SQLException: Duplicate entry x1 for key users.email', 'com.acme.Users#insertUser'),
    java('SQLException: Duplicate entry x1 for key users.phone', 'com.acme.Users#insertUser'),
  ],
  [
    'a cast that fails under two class loaders',
    'one',
    java(
      'ClassCastException: class com.acme.A cannot be cast to class com.acme.B (com.acme.A is in unnamed module of loader app @7b23ec81)',
      'com.acme.Cart#read',
    ),
    java(
      'ClassCastException: class com.acme.A cannot be cast to class com.acme.B (com.acme.A is in unnamed module of loader app @5e91993f)',
      'com.acme.Cart#read',
    ),
  ],
]

it.each(pairs)('strangers on the JVM: %s is %s', (_, verdict, a, b) => {
  const judged = judgePair(a, b)
  expect(judged.verdict, judged.keys).toBe(verdict)
})
