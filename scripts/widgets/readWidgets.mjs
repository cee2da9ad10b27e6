import { parseSync } from 'vite';
import { isNode, literalText, nameOf, walk } from '../lanes/syntax.mjs';
import { isObject, readLiteral } from './readLiteral.mjs';

/** @typedef {import('../lanes/syntax.mjs').SyntaxNode} SyntaxNode */
/** @typedef {import('./readLiteral.mjs').Literal} Literal */
/** @typedef {{ [key: string]: Literal }} Options */

/**
 * Reads the `_genesys.widgets` object out of a file: JSON, an object literal, or a script that assigns to
 * `_genesys.widgets` or to a part of it. The file is parsed and never run.
 * @param {string} text
 * @returns {Options}
 * @throws {Error} in words for whoever gave the file
 */
export function readWidgets(text) {
  const source = text.replace(/^\uFEFF/, '').trim();
  const widgets = fromLiteral(source) ?? fromScript(source);
  if (widgets === null) throw new Error('it is neither JSON nor JavaScript that can be read');
  if (Object.keys(widgets).length === 0)
    throw new Error('there is no _genesys.widgets in it: an object with "webchat", "callback" or "main"');
  return widgets;
}

/**
 * @param {string} source
 * @returns {Options | null}
 */
function fromLiteral(source) {
  const program = parse(`(${source.replace(/;$/, '')})`);
  const [statement] = Array.isArray(program?.['body']) ? program['body'] : [];
  const value = isNode(statement) ? readLiteral(statement['expression']) : null;
  return isObject(value) ? widgetsIn(value) : null;
}

/**
 * @param {string} source
 * @returns {Options | null}
 */
function fromScript(source) {
  const program = parse(source);
  if (program === null) return null;
  /** @type {Options} */
  const widgets = {};
  walk(program, (node) => {
    if (node.type === 'AssignmentExpression')
      assign(widgets, pathOf(node['left']), readLiteral(node['right']));
    if (node.type === 'VariableDeclarator') assign(widgets, pathOf(node['id']), readLiteral(node['init']));
  });
  return widgets;
}

/**
 * @param {string} source
 * @returns {SyntaxNode | null}
 */
function parse(source) {
  const { program, errors } = parseSync('widgets.js', source, { preserveParens: true });
  return errors.length === 0 && isNode(program) ? program : null;
}

/**
 * Puts a value where its path says, counted from `_genesys` or from `_genesys.widgets`.
 * @param {Options} widgets
 * @param {readonly string[] | null} path
 * @param {Literal} value
 */
function assign(widgets, path, value) {
  const start = path?.indexOf('_genesys') ?? -1;
  if (path === null || start < 0) return;
  const [first, ...rest] = path.slice(start + 1);
  if (first === undefined) merge(widgets, widgetsIn(value));
  else if (first === 'widgets') merge(widgets, nested(rest, value));
}

/**
 * The file may hold what stands above `widgets`, `widgets` itself, or what stands in it.
 * @param {Literal | undefined} value
 * @returns {Options}
 */
function widgetsIn(value) {
  const object = value !== undefined && isObject(value) ? value : {};
  const inner = object['_genesys'] ?? object['widgets'];
  return inner === undefined ? object : widgetsIn(inner);
}

/**
 * @param {readonly string[]} path
 * @param {Literal} value
 * @returns {Literal}
 */
function nested([first, ...rest], value) {
  return first === undefined ? value : { [first]: nested(rest, value) };
}

/**
 * Later assignments add to earlier ones.
 * @param {Options} target
 * @param {Literal} source
 */
function merge(target, source) {
  if (!isObject(source)) return;
  for (const [key, value] of Object.entries(source)) {
    const before = target[key];
    if (isObject(before) && isObject(value)) merge(before, value);
    else target[key] = value;
  }
}

/**
 * `window._genesys.widgets["webchat"]` → its names from left to right; null for anything computed.
 * @param {unknown} node
 * @returns {string[] | null}
 */
function pathOf(node) {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return [nameOf(node) ?? ''];
  if (node.type !== 'MemberExpression') return null;
  const name = node['computed'] === true ? literalText(node['property']) : nameOf(node['property']);
  const before = pathOf(node['object']);
  return before !== null && name !== null ? [...before, name] : null;
}
