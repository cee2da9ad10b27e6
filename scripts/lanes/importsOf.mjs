import { literalText, walk } from './syntax.mjs';

/**
 * @typedef {object} Import
 * @property {string | null} from null when the address is computed
 * @property {'static' | 'type' | 'dynamic'} kind
 * @property {number} start
 */

/**
 * Every import of a file, `export … from` and types included.
 * @param {import('./syntax.mjs').Source} source
 */
export function importsOf({ program }) {
  /** @type {Import[]} */
  const imports = [];
  walk(program, (node) => {
    const kind = kindOf(node);
    if (kind) imports.push({ from: literalText(node['source']), kind, start: node.start });
  });
  return imports;
}

/**
 * @param {import('./syntax.mjs').SyntaxNode} node
 * @returns {Import['kind'] | null}
 */
function kindOf(node) {
  switch (node.type) {
    case 'ImportDeclaration':
      return node['importKind'] === 'type' ? 'type' : 'static';
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (!node['source']) return null;
      return node['exportKind'] === 'type' ? 'type' : 'static';
    case 'ImportExpression':
      return 'dynamic';
    case 'TSImportType':
      return 'type';
    default:
      return null;
  }
}
