import type { InviteOptions } from '../launcher/gmsChat.ts';

/** `data-*` of the fragment by option; `data-console-url` is `consoleUrl`. */
const NAMES = [
  'consoleUrl',
  'scenario',
  'callbackScenario',
  'mode',
  'lang',
  'windowName',
  'type',
  'title',
  'text',
  'acceptLabel',
  'callbackLabel',
  'declineLabel',
  'gweUrl',
  'disposition',
] as const satisfies readonly (keyof InviteOptions)[];

/**
 * What stands in `inviteGMS.html`; addresses are meant from `beside`, where our script is: the fragment has no place
 * of its own once it is in the page. Whether the values are right is checked where all options are.
 */
export function fragmentOptions({ dataset }: HTMLElement, beside: string): InviteOptions {
  const found = NAMES.flatMap((name) => {
    const value = dataset[name];
    return value === undefined || value === '' ? [] : [[name, absolute(name, value, beside)] as const];
  });
  const { timeout } = dataset;
  return { ...Object.fromEntries(found), ...(timeout && { timeout: Number(timeout) }) };
}

function absolute(name: string, value: string, beside: string): string {
  return name.endsWith('Url') && URL.canParse(value, beside) ? new URL(value, beside).href : value;
}
