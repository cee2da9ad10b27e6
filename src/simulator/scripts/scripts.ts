import type { Step } from './step.ts';
import { bot } from './bot.ts';
import { files } from './files.ts';
import { friendly } from './friendly.ts';
import { rich } from './rich.ts';
import { hostile } from './hostile.ts';
import { agentEnds, echoing, history, idle, nobody, quiet, transferred } from './short.ts';
import { unknownKinds } from './unknownKinds.ts';

/** What the other side of a chat does, by name: the same names in the page, in tests and over HTTP. */
export const SCRIPTS = {
  friendly,
  quiet,
  nobody,
  transfer: transferred,
  agentEnds,
  idle,
  hostile,
  thousand: history(1000),
  tenThousand: history(10_000),
  unknownKinds,
  bot,
  rich,
  files,
  echo: echoing,
} as const satisfies Record<string, readonly Step[]>;

export type ScriptName = keyof typeof SCRIPTS;

export function isScriptName(name: unknown): name is ScriptName {
  return typeof name === 'string' && Object.hasOwn(SCRIPTS, name);
}

/** In the order in which a person would look for one. */
export const SCRIPT_NAMES: readonly ScriptName[] = Object.keys(SCRIPTS).filter(isScriptName);
