/** What the first bytes say a file is, by family; null: nothing we know. */
export type Content = 'png' | 'jpeg' | 'gif' | 'webp' | 'pdf' | 'zip' | 'program' | 'markup';

/** First bytes, in hexadecimal digits. */
const SIGNS: readonly (readonly [Content, RegExp])[] = [
  ['png', /^89504e470d0a1a0a/],
  ['jpeg', /^ffd8ff/],
  ['gif', /^474946383[79]61/],
  ['webp', /^52494646.{8}57454250/],
  ['pdf', /^255044462d/],
  // also what documents and archives of today are packed in
  ['zip', /^504b(?:0304|0506|0708)/],
  ['program', /^(?:4d5a|7f454c46|2321|cafebabe|c[ef]faedfe)/],
];
const MARKUP = /^\uFEFF?\s*<(?:!doctype|html|svg|script|\?xml|!--)/i;
const SIGN_BYTES = 256;

export async function sniff(file: Blob): Promise<Content | null> {
  const bytes = new Uint8Array(await file.slice(0, SIGN_BYTES).arrayBuffer());
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const sign = SIGNS.find(([, pattern]) => pattern.test(hex));
  if (sign !== undefined) return sign[0];
  return MARKUP.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) ? 'markup' : null;
}

/** Kinds of content that an extension promises. Others may hold what they like. */
const PROMISES: Readonly<Record<string, readonly Content[]>> = {
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  pdf: ['pdf'],
  zip: ['zip'],
  docx: ['zip'],
  xlsx: ['zip'],
  pptx: ['zip'],
};

/** Whether a file is what its name says. Pretending to be a picture is how harm travels. */
export function isHonest(extension: string, content: Content | null): boolean {
  const promised = Object.hasOwn(PROMISES, extension) ? PROMISES[extension] : undefined;
  if (promised === undefined) return content !== 'program';
  return content !== null && promised.includes(content);
}

/** Shown before sending, as an element that draws and runs nothing: never SVG. */
export function isPicture(content: Content | null): boolean {
  return content === 'png' || content === 'jpeg' || content === 'gif' || content === 'webp';
}
