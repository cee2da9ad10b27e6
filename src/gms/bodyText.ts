const MAX_BODY_BYTES = 5 * 1024 * 1024;

/**
 * The text of an answer, a byte order mark dropped. Null when it breaks off or is larger than 5 MB, as unpacked:
 * the rest is not fetched. Source: reliability.md F23, F26, F39.
 */
export async function readBodyText(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > MAX_BODY_BYTES) {
        reader.cancel().catch(() => undefined);
        return null;
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return null;
  }
}
