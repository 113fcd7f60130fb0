import type { Language } from '../language.ts'

export const elixir: Language = {
  modules: true,
  runtimePath:
    /^(?:gen_server|gen_statem|proc_lib|supervisor|erl_eval|erlang|maps|lists|timer|ets)\.erl$|^lib\/(?:elixir|mix|ex_unit|logger)\//,
  libraryPath: /^deps\/|\/deps\//,
  libraryModule:
    /^(?:(?:Elixir\.)?(?:Enum|Stream|Map|Keyword|Kernel|String|GenServer|Task|Supervisor|Process|Agent|Access|Phoenix|Plug|Ecto|DBConnection|Postgrex|Bandit|Cowboy|Oban|Absinthe|Finch|Mint|Tesla|Jason|Sentry|Logger)(?:\.|$)|:?(?:erlang|gen_server|proc_lib|cowboy_?\w*|ranch\w*|maps|lists)$)/,
  nameFunction: (raw) =>
    raw
      .replace(/^anonymous fn\/\d+ in /, '')
      .replace(/^"?-(?:fun\.)?([^/]+\/\d+)-\w+-\d+-"?(?:\/\d+)?$/, '$1')
      .replace(/^.*\.(?=[^.]+\/\d+$)/, ''),
}
