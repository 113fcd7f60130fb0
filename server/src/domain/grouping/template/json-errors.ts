/** Parsers' errors describe the data they met, not the code that met it. */
const PARSER_TYPES =
  /(?:^|[.:\\])(?:JSONDecodeError|ParserError|JsonParseException|JsonSyntaxException|JsonReaderException|JsonException|JSONException|MalformedJsonException)$/

export function isJsonError(type: string): boolean {
  return PARSER_TYPES.test(type.slice(-100)) && (/json/i.test(type) || type === 'ParserError')
}
