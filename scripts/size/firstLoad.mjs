import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, raw: number, gzip: number }} FileSize */
/** @typedef {{ boot: FileSize[], all: FileSize[] }} FirstLoad */

const PAGE = 'index.html';

/**
 * What a visitor's browser fetches until everything is usable, read from the built files: the page, the code and
 * styles it names or loads ahead, what these import, and the configuration.
 * `boot` is the part that stands between the visitor and a start: the entry with its imports, and the styles.
 * @param {string} dist
 * @returns {FirstLoad}
 */
export function readFirstLoad(dist) {
  const page = readFileSync(path.join(dist, PAGE), 'utf8');
  const styles = linked(page, 'stylesheet');
  const entry = withImports(dist, scriptsOf(page));
  const code = withImports(dist, [...entry, ...linked(page, 'modulepreload')]);
  const ahead = linked(page, 'preload').filter((file) => existsSync(path.join(dist, file)));
  const all = [...new Set([PAGE, ...ahead, ...styles, ...code])];
  return {
    boot: [...entry, ...styles].map((file) => sizeOf(dist, file)),
    all: all.map((file) => sizeOf(dist, file)),
  };
}

/** @param {readonly FileSize[]} files */
export function totalOf(files) {
  return {
    files: files.length,
    raw: files.reduce((sum, { raw }) => sum + raw, 0),
    gzip: files.reduce((sum, { gzip }) => sum + gzip, 0),
  };
}

/**
 * @param {string} dist
 * @param {string} file
 * @returns {FileSize}
 */
export function sizeOf(dist, file) {
  const bytes = readFileSync(path.join(dist, file));
  return { file, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/** @param {string} page */
function scriptsOf(page) {
  return [...page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, file = '']) => fromRoot(file));
}

/**
 * @param {string} page
 * @param {string} relation
 */
function linked(page, relation) {
  return [...page.matchAll(/<link\b[^>]*>/g)]
    .filter(([tag]) => attributeOf(tag, 'rel') === relation)
    .map(([tag]) => fromRoot(attributeOf(tag, 'href')));
}

/**
 * @param {string} tag
 * @param {string} name
 */
function attributeOf(tag, name) {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/**
 * The files and all they import statically.
 * @param {string} dist
 * @param {readonly string[]} files
 */
function withImports(dist, files) {
  const found = new Set(files);
  // a set takes in what is added while it is walked
  for (const file of found) {
    for (const [, from = ''] of codeOf(dist, file).matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)) {
      found.add(path.posix.join(path.posix.dirname(file), from));
    }
  }
  return [...found];
}

/**
 * @param {string} dist
 * @param {string} file
 */
function codeOf(dist, file) {
  return file.endsWith('.js') ? readFileSync(path.join(dist, file), 'utf8') : '';
}

/** @param {string} address */
function fromRoot(address) {
  return address.replace(/^\.?\//, '');
}
