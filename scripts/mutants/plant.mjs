/**
 * The text of a file with the defect in it. One that does not fit, or in more than one place, proves nothing.
 * @param {string} text
 * @param {Pick<import('./planted.mjs').Mutant, 'find' | 'replace'>} mutant
 */
export function plant(text, { find, replace }) {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined) throw new Error(`not found: ${find}`);
  if (more.length > 0) throw new Error(`found ${more.length + 1} times: ${find}`);
  return before + replace + after;
}
