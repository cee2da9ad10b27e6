const said = new Set<string>();

/** One line for the integrator, once: which key, what it must be, what was done instead. Never a value. */
export function advise(advice: string): void {
  if (said.has(advice)) return;
  said.add(advice);
  console.warn(`[gms-chat] ${advice}`);
}
