import type { BaseIssue } from 'valibot';
import type { RefusedConfig } from './consoleConfig.ts';

/**
 * What is wrong with a `config.json`, for integrators: each problem names key, finding and what is allowed.
 * Fetched only when something is. Source: contract.md §3.
 */
export function configProblems({ text, error, lists, issues }: RefusedConfig): readonly string[] {
  if (error !== null) return [`config.json: ${whyUnreadable(text ?? '', error)}`];
  return [
    ...lists.map(([key, value]) => `${key}: found ${shapeOf(value)}, allowed: an object`),
    ...issues.map(describe),
  ];
}

/** Browsers say where, but quote the text beside it, which may be a secret. */
function whyUnreadable(text: string, error: unknown): string {
  if (text.startsWith('<'))
    return 'is a web page: the server has no such file, or asks for something else first';
  const place = /line \d+ column \d+/.exec(String(error));
  return `is not JSON${place ? `, see ${place[0]}` : ''} (${text.length} characters)`;
}

/** The value itself may be a secret: only its type and size are told, but for numbers and switches. */
function describe(issue: BaseIssue<unknown>): string {
  const key = issue.path?.map((step) => String(step.key)).join('.') ?? 'config.json';
  const isOwnRule = issue.kind === 'validation' || issue.type === 'custom';
  const allowed = isOwnRule ? issue.message : (PLAIN.get(issue.type) ?? issue.expected);
  return `${key}: found ${shapeOf(issue.input)}, allowed: ${allowed}`;
}

/** What the schema calls by the names of a programming language. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['object', 'an object'],
  ['array', 'a list'],
  ['boolean', 'true or false'],
]);

function shapeOf(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
