/** A part of a text that has to go. */
export interface Find {
  start: number
  end: number
  rule: Rule
}

/** Named like Relay's own rules, which people know from elsewhere; `strip-fields` are the words of the project. */
export type Rule =
  | '@password:filter'
  | '@creditcard:filter'
  | '@iban:filter'
  | '@usssn:filter'
  | '@pemkey:filter'
  | '@urlauth:filter'
  | '@bearer:filter'
  | '@token:filter'
  | '@ip:replace'
  | 'strip-fields'

/** How a text is read. In code only literals can be secrets; in paths, digits and colons mean nothing. */
export type Reading = 'text' | 'code' | 'path'
