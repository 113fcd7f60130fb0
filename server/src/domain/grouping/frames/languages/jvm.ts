import type { Language } from '../language.ts'

export const jvm: Language = {
  modules: true,
  skipped: {
    functions:
      /^(?:invoke0|newInstance0|invokeExact_MT|access\$\d+|\$\$YJP\$\$.*|.*\$default|\$\$delegate_\d+)$/,
    why: 'a frame of reflection or of an accessor, which the compiler or virtual machine leaves out at times',
  },
  libraryModule: new RegExp(
    `^(?:${[
      'java|javax|jdk|sun|kotlin|kotlinx|scala|clojure|groovy|groovyx|android|androidx|dalvik|jakarta|akka|cats|zio|play|feign|okhttp3|okio|retrofit2|reactor|junit|lombok|rx|dagger|coil|libcore|redis\\.clients',
      'io\\.(?:netty|reactivex|grpc|ktor|micronaut|quarkus|vertx|lettuce|micrometer|sentry|opentelemetry|undertow|jsonwebtoken|smallrye|projectreactor|jaegertracing|kotest|mockk)',
      'org\\.(?:springframework|apache|hibernate|eclipse|jboss|junit|codehaus|aspectj|postgresql|mariadb|slf4j|jetbrains|mockito|scalatest|http4s|typelevel|reactivestreams|quartz|mongodb|mybatis|bouncycastle|gradle|jooq|elasticsearch|opensearch|glassfish|json|yaml|redisson|flywaydb|thymeleaf|xerial|h2|sqlite)',
      'com\\.(?:sun|fasterxml|zaxxer|mysql|squareup|amazonaws|microsoft\\.sqlserver|oracle|rabbitmq|lmax|typesafe|datastax|github\\.benmanes|netflix|facebook\\.react|android|google\\.(?:common|gson|inject|android|firebase|protobuf|api))',
      'ch\\.qos\\.logback|net\\.(?:bytebuddy|sf|logstash)|software\\.amazon',
    ].join('|')})\\.`,
  ),
  nameModule: nameClass,
  nameFunction: nameJvm,
}

function nameJvm(raw: string, module = ''): string {
  // A coroutine and a lambda of older compilers are classes of their own: Cart$load$1.
  if (/^(?:invokeSuspend|invoke|apply|applyOrElse)$/.test(raw)) {
    const owner = /\$\$?(?:anonfun\$)?([a-z]\w*)\$+\d+/.exec(module)?.[1]
    if (owner) return owner
    if (raw === 'invokeSuspend') return ''
  }
  // The compiler numbers lambdas over the whole class: an unrelated new one renumbers all.
  const lambda =
    /^lambda\$([^$]+)\$\d+$/.exec(raw) ??
    /^\$anonfun\$([^$]+)\$\d+/.exec(raw) ??
    /^([^$]+)(?:\$lambda\$\d+|\$\$anonfun\$\d+)/.exec(raw)
  if (lambda?.[1]) return lambda[1]
  return (
    raw
      .replace(/\$suspendImpl$/, '')
      // Kotlin appends a hash of the types where a parameter is an inline class.
      .replace(/-(?=.*[A-Z\d])[\w-]{7}$|-impl$/, '')
      .replace(/__\d+/g, '__n')
      .replace(/\$\d+/g, '$n')
  )
}

/** Class names without what proxies and generators append at run time. */
function nameClass(raw: string): string {
  return raw
    .replace(
      /(?:\$\$(?:Lambda|EnhancerBy|FastClassBy|SpringCGLIB|anonfun)|\$(?:ByteBuddy|HibernateProxy|HibernateBasicProxy|MockitoMock|Proxy\$_)|_\$\$_|_(?:ClientProxy|Subclass)$).*$/,
      '',
    )
    .replace(/(GeneratedMethodAccessor|GeneratedConstructorAccessor|\$Proxy)\d+/, '$1')
    .replace(/__\d+/g, '__n')
    .replace(/\$[a-z]\w*\$\d+(?:\$\d+)*$/, '')
    .replace(/\$\d+/g, '$n')
}
