import { isNode, literalText, nameOf } from '../lanes/syntax.mjs';

/**
 * What an expression says without being run: JSON values, and `Code` for everything that would have to be run.
 * @typedef {null | boolean | number | string | Code | Literal[] | { [key: string]: Literal }} Literal
 */

/** A part that only running it would tell. */
export class Code {
  /** @param {string} kind what it is, in words */
  constructor(kind) {
    this.kind = kind;
  }

  toString() {
    return this.kind;
  }
}

/** @typedef {import('../lanes/syntax.mjs').SyntaxNode} SyntaxNode */

/**
 * @param {unknown} node
 * @returns {Literal}
 */
export function readLiteral(node) {
  if (!isNode(node)) return new Code('nothing');
  switch (node.type) {
    case 'Literal': {
      const value = node['value'];
      const isPlain = value === null || isScalar(value);
      return isPlain ? value : new Code('a pattern');
    }
    case 'ParenthesizedExpression':
      return readLiteral(node['expression']);
    case 'TemplateLiteral':
      return listOf(node['expressions']).length === 0 ? cooked(node) : new Code('a computed text');
    case 'UnaryExpression':
      return unary(node);
    case 'BinaryExpression':
      return joined(node);
    case 'ArrayExpression':
      return listOf(node['elements']).map(readLiteral);
    case 'ObjectExpression':
      return own(listOf(node['properties']).map(property));
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return new Code('a function');
    default:
      return new Code('an expression');
  }
}

/**
 * @param {SyntaxNode} node
 * @returns {[string, Literal]}
 */
function property(node) {
  if (node.type !== 'Property') return ['…', new Code('a spread')];
  const key = node['computed'] === true ? null : (nameOf(node['key']) ?? literalText(node['key']));
  return key !== null ? [key, readLiteral(node['value'])] : ['…', new Code('a computed name')];
}

/**
 * @param {SyntaxNode} node
 * @returns {Literal}
 */
function unary(node) {
  const value = readLiteral(node['argument']);
  if (node['operator'] === '-' && typeof value === 'number') return -value;
  // minified scripts write true and false so
  if (node['operator'] === '!' && typeof value === 'number') return !value;
  return new Code('an expression');
}

/**
 * @param {SyntaxNode} node
 * @returns {Literal}
 */
function joined(node) {
  const [left, right] = [readLiteral(node['left']), readLiteral(node['right'])];
  const isText = typeof left === 'string' && typeof right === 'string';
  return node['operator'] === '+' && isText ? left + right : new Code('a computed text');
}

/** @param {SyntaxNode} template */
function cooked(template) {
  const [quasi] = listOf(template['quasis']);
  const value = quasi?.['value'];
  return typeof value === 'object' && value && 'cooked' in value ? String(value.cooked) : '';
}

/**
 * @param {unknown} list
 * @returns {SyntaxNode[]}
 */
function listOf(list) {
  return Array.isArray(list) ? list.filter(isNode) : [];
}

/**
 * `__proto__` becomes a name like any other.
 * @param {readonly (readonly [string, Literal])[]} entries
 * @returns {{ [key: string]: Literal }}
 */
function own(entries) {
  return Object.fromEntries(entries);
}

/**
 * @param {unknown} value
 * @returns {value is string | number | boolean}
 */
export function isScalar(value) {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/**
 * @param {unknown} value
 * @returns {value is { [key: string]: Literal }}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Code);
}
