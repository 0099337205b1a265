/**
 * Reads a multipart form. In the names of its parts a quote may stand as `\"`, as RFC 7578 has it and Ruby and Go write it, or as
 * `%22`, as browsers do; `formData()` knows the latter only.
 * @see https://www.rfc-editor.org/rfc/rfc7578#section-4.2
 */
export function readMultipart(body: string, contentType = ''): Promise<FormData> {
  const asInBrowsers = body.replaceAll(/^Content-Disposition:.*$/gim, (line) =>
    line.replaceAll(/\\([\\"])/g, (_escape, character) => (character === '"' ? '%22' : '\\')),
  );
  return new Response(asInBrowsers, { headers: { 'Content-Type': contentType } }).formData();
}
