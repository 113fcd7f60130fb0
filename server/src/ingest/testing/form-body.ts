/** A form as browsers send it. */
export async function formBody(
  form: FormData,
): Promise<{ headers: Record<string, string>; chunks: Uint8Array[] }> {
  const response = new Response(form)
  const headers = { 'content-type': response.headers.get('content-type') ?? '' }
  return { headers, chunks: [new Uint8Array(await response.arrayBuffer())] }
}
