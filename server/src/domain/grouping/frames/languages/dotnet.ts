import type { Language } from '../language.ts'
import { stripGenerics } from '../strip-generics.ts'

export const dotnet: Language = {
  modules: true,
  libraryModule:
    /^(?:System|Microsoft|UnityEngine|UnityEditor|Unity|TMPro|il2cpp|Mono|Sentry|Serilog|NLog|log4net|Newtonsoft|Npgsql|MySql|MySqlConnector|MongoDB|Oracle|StackExchange|RabbitMQ|Dapper|Autofac|AutoMapper|MediatR|Polly|MassTransit|Hangfire|FluentValidation|Castle|Grpc|Google|Amazon|Azure|Cysharp|NUnit|Xunit)(?:\.|$)/,
  nameModule: (raw) =>
    raw
      .replace(/\[\[.*$/, '')
      .replace(/`\d+/g, '')
      // State machines and closures are generated classes within the class whose method they were.
      .replace(/[+.]<.*$/, ''),
  nameFunction: nameDotnet,
}

function nameDotnet(raw: string, module = ''): string {
  // The generated class names the method between angle brackets.
  const generated =
    GENERATED.exec(raw) ?? (/^(?:MoveNext|Invoke)\b/.test(raw) ? GENERATED.exec(module) : null)
  if (generated?.[1]) return generated[1]
  // IL2CPP appends a hash of the method; parameter lists depend on the runtime's verbosity.
  const name = raw.replace(/_m[0-9A-F]{40}$/i, '').replace(/(?<=.)\(.*$/, '')
  return stripGenerics(name)
    .replace(/`\d+|\[[^\]]*\]/g, '')
    .replace(/^.* /, '')
}

const GENERATED = /<([^<>]+)>(?:[bdg]__|d$|d\b)/
