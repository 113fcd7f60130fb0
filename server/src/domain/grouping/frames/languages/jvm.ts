import type { Language } from '../language.ts'

export const jvm: Language = {
  modules: true,
  skipped: {
    functions: /^(?:invoke0|newInstance0|invokeExact_MT|\$\$YJP\$\$.*)$/,
    why: 'reflection, which the virtual machine replaces by generated code after some calls',
  },
  libraryModule:
    /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|clojure|groovy|android|androidx|dalvik|jakarta|io\.netty|org\.(?:springframework|apache|hibernate|eclipse|jboss|junit|codehaus|aspectj|postgresql)|com\.(?:google\.common|fasterxml|zaxxer|mysql|android\.internal)|reactor|io\.reactivex|okhttp3|retrofit2)\./,
  nameFunction: nameJvm,
}

function nameJvm(raw: string): string {
  // The compiler numbers lambdas over the whole class: an unrelated new one renumbers all.
  const lambda = /^lambda\$([^$]+)\$\d+$/.exec(raw) ?? /^\$anonfun\$([^$]+)\$\d+$/.exec(raw)
  if (lambda?.[1]) return lambda[1]
  if (raw === 'invokeSuspend') return ''
  return raw.replace(/^access\$\d+$/, '').replace(/\$\d+/g, '$n')
}

/** Class names without what proxies and generators append at run time. */
export function nameClass(raw: string): string {
  return raw
    .replace(/\$\$(?:Lambda|EnhancerBy|FastClassBy|SpringCGLIB|ByteBuddy|HibernateProxy|_javassist).*$/, '')
    .replace(/(GeneratedMethodAccessor|GeneratedConstructorAccessor|\$Proxy)\d+/, '$1')
    .replace(/\$\d+/g, '$n')
}
