/** `https://<key>@<host>/<project>`, the address that SDKs are given. */
export function dsnOf(origin: string, publicKey: string, projectId: number): string {
  const url = new URL(origin)
  return `${url.protocol}//${publicKey}@${url.host}/${projectId}`
}
