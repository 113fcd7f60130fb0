import type { Language } from '../language.ts'

/** V8, SpiderMonkey and JavaScriptCore each have their own word for a function without a name. */
const NAMELESS = new Set([
  '?',
  '<anonymous>',
  'anonymous',
  'Anonymous function',
  'eval',
  'eval code',
  'global code',
  'module code',
  '<unknown>',
  '<computed>',
  '<static_initializer>',
])

export const javascript: Language = {
  modules: false,
  modulesFromProgram: true,
  skipped: {
    // They come and go with the transpiler's target and with zone.js, not with the bug.
    functions:
      /^(?:sentryWrapped|mishapWrapped|asyncGeneratorStep|_?_awaiter|_asyncToGenerator|_callSuper|processTicksAndRejections|ZoneDelegate\..*|Zone\..*)$/,
    why: 'a wrapper that a compiler or SDK puts around other functions',
  },
  runtimePath:
    /^(?:node:|internal\/|native$|\[native code\]|<anonymous>|webpack\/(?:bootstrap|runtime)|\(webpack\)|evalmachine|extensions::|bun:|ext:|(?:async_hooks|events|fs|net|module|timers|vm|_\w+)\.js$)|\/webpack\/(?:bootstrap|runtime)|\/(?:core-js(?:-pure)?|regenerator-runtime|tslib|zone\.js|@babel\/runtime)\//,
  libraryPath:
    /\/node_modules\/|^node_modules\/|\/~\/|\/bower_components\/|^(?:chrome|moz|safari|safari-web)-extension:|^https?:\/\/(?:[\w-]+\.)*(?:unpkg\.com|jsdelivr\.net|cdnjs\.cloudflare\.com|esm\.sh|esm\.run|skypack\.dev|ajax\.googleapis\.com|googletagmanager\.com|google-analytics\.com|connect\.facebook\.net|sentry-cdn\.com|js\.stripe\.com|gstatic\.com|cloudflareinsights\.com|cdn\.segment\.com|hotjar\.com|intercom\.io|clarity\.ms|js-agent\.newrelic\.com|cdn\.logrocket\.(?:com|io))\//,
  nameFunction: nameJavascript,
}

function nameJavascript(raw: string): string {
  // V8 appends " [as x]" for a method called by another name, and prefixes async, new, get and set;
  // SpiderMonkey writes "async*f".
  let name = raw.replace(/ \[as .*$/, '').replace(/^(?:async[ *]|new |get |set |bound |static )+/, '')
  // SpiderMonkey names a nameless function after what encloses it ("render/<"), which no other engine does.
  if (name.endsWith('<')) return ''
  name = name.slice(name.lastIndexOf('/') + 1)
  if (NAMELESS.has(name)) return ''
  // Only V8 names the receiver ("Object.load"), and it names what the object is, not where the code stands.
  const last = name.slice(name.lastIndexOf('.') + 1)
  return NAMELESS.has(last) ? '' : last
}
