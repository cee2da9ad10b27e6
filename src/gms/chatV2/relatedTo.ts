/** The fields that name the message which another one answers. Source: protocol/gms-chat.md §3.2. */
export function relatedTo(index: number): Record<string, string> {
  const attributes = { 'general-properties': { 'related-event-id': String(index) } };
  return { eventAttributes: JSON.stringify(attributes) };
}
