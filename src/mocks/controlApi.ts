import type { Engagement } from '../simulator/engagement/engagement.ts';
import type { Gms } from '../simulator/gms.ts';
import { isScriptName, SCRIPT_NAMES } from '../simulator/scripts/scripts.ts';
import { readFault } from './readFault.ts';

/** Below this path tests steer the server; no client of GMS ever asks for it. */
export const CONTROL_PATH = '/__simulator/';

type ControlCall = Readonly<{ method: string; path: string; body: string }>;
type ControlReply = Readonly<{ status: number; value: unknown }>;

/**
 * `POST fault` `{name, on, times?, …}`, `POST play` `{script}`, `POST restart` `{keepSessions?}`,
 * `POST kill` `{ms?, keepSessions?}`, `POST reset` `{seed?, script?}`, `GET requests`, `GET chats`,
 * `GET visits`, `GET steps` of Web Engagement. Answers are JSON; a bad call says what is wrong.
 */
export function control(gms: Gms, gwe: Engagement, call: ControlCall, server: ServerProcess): ControlReply {
  const body = readBody(call.body);
  if (body === null) return refused('The body is not a JSON object');
  switch (`${call.method} ${call.path.slice(CONTROL_PATH.length)}`) {
    case 'GET requests':
      return { status: 200, value: gms.requests() };
    case 'GET chats':
      return { status: 200, value: gms.chats() };
    case 'GET visits':
      return { status: 200, value: gwe.visits() };
    case 'GET steps':
      return { status: 200, value: gwe.steps() };
    case 'POST fault':
      return withFault(gms, body);
    case 'POST play':
      if (!isScriptName(body['script'])) return badScript();
      gms.play(body['script']);
      return DONE;
    case 'POST restart':
      gms.restart(body['keepSessions'] === true);
      return DONE;
    case 'POST kill':
      return withKill(body, server);
    case 'POST reset':
      return withReset(body, server);
    default:
      return { status: 404, value: { message: `Unknown control call: ${call.method} ${call.path}` } };
  }
}

/** What can be done to the process that serves, rather than to the GMS in it. */
export type ServerProcess = Readonly<{
  reset(options: ResetOptions): void;
  /** Nobody listens for `ms`, once this call is answered. */
  kill(ms: number, keepSessions: boolean): void;
}>;

export type ResetOptions = Readonly<Partial<{ seed: number; script: (typeof SCRIPT_NAMES)[number] }>>;

/** How long a process takes to come back, unless told. */
const DOWN_MS = 5000;

const DONE: ControlReply = { status: 200, value: {} };

function withFault(gms: Gms, body: unknown): ControlReply {
  const fault = readFault(body);
  if (typeof fault === 'string') return refused(fault);
  gms.inject(fault);
  return DONE;
}

function withKill(body: Readonly<Record<string, unknown>>, server: ServerProcess): ControlReply {
  const ms = body['ms'] ?? DOWN_MS;
  if (typeof ms !== 'number') return refused('ms must be a number');
  server.kill(ms, body['keepSessions'] === true);
  return DONE;
}

function withReset({ seed, script }: Readonly<Record<string, unknown>>, server: ServerProcess) {
  if (script !== undefined && !isScriptName(script)) return badScript();
  if (seed !== undefined && typeof seed !== 'number') return refused('seed must be a number');
  server.reset({ ...(seed === undefined ? {} : { seed }), ...(script === undefined ? {} : { script }) });
  return DONE;
}

function readBody(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function badScript(): ControlReply {
  return refused(`script must be one of: ${SCRIPT_NAMES.join(', ')}`);
}

function refused(message: string): ControlReply {
  return { status: 400, value: { message } };
}
