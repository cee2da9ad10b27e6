import { BANNED } from './banned.mjs';
import { isNode, lineAt, literalText, nameOf, walk } from './syntax.mjs';

const LARGEST_FILE_LINES = 250;
const DRAWERS = /\/(index|utils?|helpers?|types|constants)\.tsx?$/;
const SUPPRESSIONS = /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|(v8|c8|istanbul) ignore/;

/** @typedef {import('./checkImports.mjs').Violation} Violation */
/** @typedef {import('./syntax.mjs').SyntaxNode} SyntaxNode */

/**
 * What holds for every file of src, styles included.
 * @param {string} file
 * @param {string} text
 * @returns {Violation[]}
 */
export function checkShape(file, text) {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const complaints = [
    lines > LARGEST_FILE_LINES &&
      `has ${lines} lines, more than ${LARGEST_FILE_LINES}: it is more than one idea`,
    DRAWERS.test(file) && 'is a drawer: name a file after the one idea that is in it',
  ];
  return complaints.flatMap((message) => (message ? [{ file, line: 1, message }] : []));
}

/**
 * What holds for code and a linter does not know.
 * @param {import('./syntax.mjs').Source} source
 * @returns {Violation[]}
 */
export function checkCode({ file, text, program, comments }) {
  /** @type {Violation[]} */
  const violations = [];
  const banned = BANNED.filter((ban) => file.startsWith(`src/${ban.place}`) && file !== `src/${ban.except}`);

  walk(program, (node, parent, key) => {
    const used = [
      propertyName(node, parent, key),
      referenceName(node, parent, key),
      memberName(node),
      writtenName(node),
    ];
    for (const { names, why } of banned) {
      const name = names.find((one) => used.includes(one));
      if (name) complain(node.start, `uses ${name.replace(/^\./, '')}: ${why}`);
    }
  });
  for (const { value, start } of comments) {
    if (SUPPRESSIONS.test(value)) complain(start, 'silences a check: mend what it complains about');
  }
  if (isBarrel(program)) complain(0, 'only passes on what others export: import from where it is');
  return violations;

  /**
   * @param {number} start
   * @param {string} message
   */
  function complain(start, message) {
    const line = lineAt(text, start);
    // one thing can be seen in two ways
    if (!violations.some((one) => one.line === line && one.message === message))
      violations.push({ file, line, message });
  }
}

/**
 * `.name` for a name used as a property: a member, a key, an attribute, also one in brackets.
 * @param {SyntaxNode} node
 * @param {SyntaxNode | null} parent
 * @param {string} key
 */
function propertyName(node, parent, key) {
  const isAttribute = key === 'name' && parent?.type === 'JSXAttribute';
  if (key !== 'property' && key !== 'key' && !isAttribute) return null;
  const name = nameOf(node) ?? literalText(node);
  return name ? `.${name}` : null;
}

/**
 * The name of something that is read from outside of it: a variable, a global, a type.
 * @param {SyntaxNode} node
 * @param {SyntaxNode | null} parent
 * @param {string} key
 */
function referenceName(node, parent, key) {
  if (node.type !== 'Identifier') return null;
  const isKey = (key === 'property' || key === 'key') && parent?.['computed'] !== true;
  // the name of a parameter in a type is there for the reader only
  const isParameterOfType = key === 'params' && parent?.type.startsWith('TS');
  return isKey || isParameterOfType ? null : nameOf(node);
}

/** `object.property`, the last two names of a member. @param {SyntaxNode} node */
function memberName(node) {
  return node.type === 'MemberExpression' ? `${lastName(node['object'])}.${nameOf(node['property'])}` : null;
}

/**
 * @param {unknown} value
 * @returns {string | null}
 */
function lastName(value) {
  return nameOf(isMember(value) ? value.property : value);
}

/** `.property =` for a member that is written to. @param {SyntaxNode} node */
function writtenName(node) {
  const target = node.type === 'AssignmentExpression' ? node['left'] : null;
  return isMember(target) ? `.${nameOf(target.property)} =` : null;
}

/**
 * @param {unknown} value
 * @returns {value is { property: unknown }}
 */
function isMember(value) {
  return typeof value === 'object' && value !== null && 'property' in value;
}

/** @param {SyntaxNode} program */
function isBarrel(program) {
  const body = Array.isArray(program['body']) ? program['body'].filter(isNode) : [];
  return (
    body.length > 0 && body.every((statement) => statement.type.startsWith('Export') && statement['source'])
  );
}
