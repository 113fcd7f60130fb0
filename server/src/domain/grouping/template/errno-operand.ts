/**
 * "ENOENT: no such file or directory, open '/srv/a.json'": newer SDKs cut off what the call was made on, older ones
 * leave it there. Where the operand begins; undefined for other messages.
 */
export function errnoOperandAt(line: string): number | undefined {
  const head = /^E[A-Z\d]{2,20}: [^,]{1,80}, [a-z_]{2,20}(?= ['"/.~\w])/.exec(line)
  return head?.[0].length
}
