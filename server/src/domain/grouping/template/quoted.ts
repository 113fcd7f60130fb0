/** After these words a quotation names a part of the program or its schema, not data. */
const SCHEMA_NOUN =
  /\b(?:constraint|column|relation|table|index|sequence|schema|trigger|view|database|role|module|package|function|method|property|attribute|class|field)s? $/i

/** After these it is what could not be read: 'invalid input syntax for type uuid: "abc"'. */
const READ_NOUN =
  /\b(?:(?:string|text|value|input|literal|float|int|integer|number|numeric|decimal|date|time|duration|url|uri|json|token|base \d{1,3}|(?:type|enum) \w{1,40})(?:\(\))?:?|parsing|parse|convert|got|received) $/i

const DATA_FILE =
  /\.(?:pdf|png|jpe?g|gif|svg|webp|csv|tsv|txt|xml|zip|gz|tar|xlsx?|docx?|pptx?|mp[34]|mov|html?|log|tmp|bak|parquet|db|sqlite)$/i

const IDENTIFIER = /^[\p{L}_$][\p{L}\d_$.-]*$/u

/** Whether a quotation stays: "users_email_key" tells two errors apart, '8f3c…' only two occurrences. */
export function keepsQuoted(quotation: string, before: string): boolean {
  const inner = quotation.slice(1, -1)
  if (inner === '' || inner.length > 80) return false
  if (SCHEMA_NOUN.test(before.slice(-20))) return true
  if (READ_NOUN.test(before.slice(-60))) return false
  if (DATA_FILE.test(inner)) return false
  return IDENTIFIER.test(inner) && inner.replace(/\D/g, '').length < 3
}
