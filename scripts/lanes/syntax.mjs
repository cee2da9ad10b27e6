import { parseSync } from 'vite';

/**
 * A node of the syntax tree, as far as we look: what it is, where it begins, and whatever else it has.
 * @typedef {{ type: string, start: number, [key: string]: unknown }} SyntaxNode
 */

/**
 * @typedef {object} Source
 * @property {string} file path from the root, with forward slashes
 * @property {string} text
 * @property {SyntaxNode} program
 * @property {readonly { value: string, start: number }[]} comments
 */

/**
 * @param {string} file
 * @param {string} text
 * @returns {Source}
 */
export function parseSource(file, text) {
  const { program, comments, errors } = parseSync(file, text);
  const [error] = errors;
  if (error) throw new Error(`${file} cannot be read: ${error.message}`);
  if (!isNode(program)) throw new Error(`${file} cannot be read: no program in it`);
  return { file, text, program, comments };
}

/**
 * Calls `visit` with every node, its parent and the name it has there.
 * @param {SyntaxNode} root
 * @param {(node: SyntaxNode, parent: SyntaxNode | null, key: string) => void} visit
 */
export function walk(root, visit) {
  step(root, null, '');

  /**
   * @param {SyntaxNode} node
   * @param {SyntaxNode | null} parent
   * @param {string} key
   */
  function step(node, parent, key) {
    visit(node, parent, key);
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, node, name);
    }
  }
}

/**
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

/**
 * The text of a string literal; null for every other thing.
 * @param {unknown} value
 */
export function literalText(value) {
  return isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string'
    ? value['value']
    : null;
}

/**
 * The name that a node is; null when it is no plain name.
 * @param {unknown} value
 */
export function nameOf(value) {
  return isNode(value) && typeof value['name'] === 'string' ? value['name'] : null;
}

/**
 * @param {unknown} value
 * @returns {value is SyntaxNode}
 */
export function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
