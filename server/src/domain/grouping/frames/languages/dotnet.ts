import type { Language } from '../language.ts'

export const dotnet: Language = {
  modules: true,
  libraryModule: /^(?:System|Microsoft|UnityEngine|UnityEditor|Unity|il2cpp|Newtonsoft|Npgsql|Mono)(?:\.|$)/,
  nameFunction: nameDotnet,
}

function nameDotnet(raw: string): string {
  const name = raw
    // IL2CPP appends a hash of the method; parameter lists depend on the runtime's verbosity.
    .replace(/_m[0-9A-F]{40}$/i, '')
    .replace(/\(.*$/, '')
    .replace(/`\d+/g, '')
  // State machines and closures are generated classes that name the method between angle brackets.
  const generated = /<([^<>]+)>(?:[bdg]__|d)/.exec(name)
  return generated?.[1] ?? name
}
