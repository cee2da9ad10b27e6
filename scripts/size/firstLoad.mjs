import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, raw: number, gzip: number }} FileSize */
/** @typedef {{ boot: FileSize[], all: FileSize[] }} FirstLoad */

const PAGE = 'index.html';
const CONFIG = 'config.json';
/** Chunks of which the configuration asks for one, before the first call: the largest counts. */
const CHOSEN_BY_CONFIG = /\/chatV\dClient-/;

/**
 * What a visitor's browser fetches until everything is usable, read from the built files: the page, the code and
 * styles it names, what these import, the drawing code it preloads, the configuration, and the client it asks for.
 * `boot` is the part that stands between the visitor and a start: the entry with its imports, and the styles.
 * @param {string} dist
 * @returns {FirstLoad}
 */
export function readFirstLoad(dist) {
  const page = readFileSync(path.join(dist, PAGE), 'utf8');
  const styles = linked(page, 'stylesheet');
  const entry = withImports(dist, scriptsOf(page));
  const known = withImports(dist, [...entry, ...linked(page, 'modulepreload')]);
  const code = withImports(dist, [...known, ...chosenByConfig(dist, known)]);
  const lateStyles = code.flatMap((file) => stylesOfLoaded(dist, file, code));
  const config = existsSync(path.join(dist, CONFIG)) ? [CONFIG] : [];
  const all = [...new Set([PAGE, ...config, ...styles, ...code, ...lateStyles])];
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
 * @param {readonly string[]} code
 */
function chosenByConfig(dist, code) {
  const choices = code
    .flatMap((file) => lazyImports(dist, file))
    .filter((file) => CHOSEN_BY_CONFIG.test(file))
    .map((file) => sizeOf(dist, file))
    .toSorted((one, other) => other.gzip - one.gzip);
  return choices.slice(0, 1).map(({ file }) => file);
}

/**
 * @param {string} dist
 * @param {string} file
 */
function lazyImports(dist, file) {
  const calls = codeOf(dist, file).matchAll(/import\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g);
  return [...calls].map(([, from = '']) => path.posix.join(path.posix.dirname(file), from));
}

/** An import() up to the numbers of the files it waits for, with no other import() between. */
const WAITING_IMPORT =
  /import\(\s*["'`](\.[^"'`]+)["'`]\s*\)(?:(?!import\()[^])*?__vite__mapDeps\(\[([\d,\s]*)\]\)/g;

/**
 * The styles that `file` waits for before it runs a chunk of the first load. Vite writes
 * `import("./chunk.js"), __vite__mapDeps([0, 2])`, numbers of a list that stands at the beginning of the file.
 * @param {string} dist
 * @param {string} file
 * @param {readonly string[]} loaded
 */
function stylesOfLoaded(dist, file, loaded) {
  const code = codeOf(dist, file);
  const folder = path.posix.dirname(file);
  const list = /m\.f\s*=\s*\[([^\]]*)\]/.exec(code)?.[1] ?? '';
  const deps = [...list.matchAll(/["'`]([^"'`]+)["'`]/g)].map(([, dep = '']) => path.posix.join(folder, dep));
  return [...code.matchAll(WAITING_IMPORT)].flatMap(([, chunk = '', numbers = '']) => {
    if (!loaded.includes(path.posix.join(folder, chunk))) return [];
    return numbers
      .split(',')
      .map((number) => deps[Number(number)] ?? '')
      .filter((dep) => dep.endsWith('.css'));
  });
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
