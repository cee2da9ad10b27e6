import type { Customer } from '../session/ports.ts';
import type { EngagementIds, HostMessage, UserData, Wish } from './messages.ts';
import { SOURCE, VERSION } from './messages.ts';
import type { SessionData } from './sessionData.ts';
import { readSessionData } from './sessionData.ts';

/** Why something that arrived is not a message for us. */
export type Unread =
  /** not of our kind at all: pages post a lot to each other */
  | 'foreign'
  /** of our kind, but not of a type or a version that we know */
  | 'unknown'
  /** of a type that we know, with something else in it */
  | 'malformed';

type Connecting = Extract<HostMessage, { type: 'connect' }>;
/** As it was sent, with only what we know in it. */
export type ReadMessage =
  | Exclude<HostMessage, Connecting>
  | (Omit<Connecting, 'customer' | 'session'> &
      Readonly<{
        customer?: Partial<Customer>;
        /** null: there was something, and it names no chat */
        session?: SessionData | null;
      }>);

const MOST_NAMES = 50;
const LONGEST_NAME = 100;
/** As much as `userData` in config.json may hold. */
const LONGEST_VALUE = 4_000;
/** As long as a field of `customer` in config.json may be. */
const LONGEST_FIELD = 200;
const LONGEST_ADDRESS = 2_000;
/** As in the address of the console. Source: contract.md §2. */
const ID = /^[A-Za-z0-9._:~-]{1,128}$/;

/**
 * Reads what a host page sent: new objects with the fields we know, whatever else was in it. Own properties only:
 * neither a name such as `__proto__` nor something inherited gets through. Source: contract.md §5, reliability.md T11, T17.
 */
export function readHostMessage(data: unknown): ReadMessage | Unread {
  if (own(data, 'source') !== SOURCE) return 'foreign';
  if (own(data, 'version') !== VERSION) return 'unknown';
  const type = own(data, 'type');
  switch (type) {
    case 'greet':
    case 'focus':
    case 'close':
    case 'handOver':
      return { type };
    case 'show': {
      const isShown = own(data, 'isShown');
      return typeof isShown === 'boolean' ? { type, isShown } : 'malformed';
    }
    case 'page': {
      const url = own(data, 'url');
      return isPage(url) ? { type, url } : 'malformed';
    }
    case 'rename': {
      const nickname = own(data, 'nickname');
      return isName(nickname) ? { type, nickname } : 'malformed';
    }
    case 'update': {
      const facts = readFacts(data);
      return facts ? { type, ...facts } : 'malformed';
    }
    case 'connect':
      return readConnect(data);
    default:
      return 'unknown';
  }
}

function readConnect(data: unknown): ReadMessage | Unread {
  const facts = readFacts(data);
  const customer = own(data, 'customer');
  const session = own(data, 'session') ?? undefined;
  const takesOver = own(data, 'takesOver') ?? false;
  const grants = own(data, 'grants') ?? [];
  const isReadable =
    facts !== null &&
    (customer === undefined || isObject(customer)) &&
    typeof takesOver === 'boolean' &&
    Array.isArray(grants);
  if (!isReadable) return 'malformed';
  return {
    type: 'connect',
    ...facts,
    ...(customer !== undefined && { customer: readCustomer(customer) }),
    ...(session !== undefined && { session: readSessionData(session) }),
    takesOver,
    grants: WISHES.filter((wish) => grants.includes(wish)),
  };
}

const WISHES: readonly Wish[] = ['minimize', 'move', 'close'];

/** Null when something is there that is not what it should be. */
function readFacts(data: unknown): { ids?: EngagementIds; userData?: UserData } | null {
  const ids = own(data, 'ids');
  const userData = own(data, 'userData');
  if (ids !== undefined && !isObject(ids)) return null;
  if (userData !== undefined && !isUserData(userData)) return null;
  return {
    ...(ids !== undefined && { ids: readIds(ids) }),
    ...(userData !== undefined && { userData: Object.fromEntries(Object.entries(userData)) }),
  };
}

/** An id that is none is no reason to drop the other one. */
function readIds(ids: object): EngagementIds {
  const visitID = own(ids, 'visitID');
  const pageID = own(ids, 'pageID');
  return { ...(isId(visitID) && { visitID }), ...(isId(pageID) && { pageID }) };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_FIELD;
}

/** A page that an agent can open: of the web, and without a name and password in it. */
function isPage(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function isUserData(value: unknown): value is UserData {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MOST_NAMES && entries.every(([name, text]) => isDatum(name, text));
}

function isDatum(name: string, text: unknown): boolean {
  const isName = name !== '' && name !== '__proto__' && name.length <= LONGEST_NAME;
  return isName && typeof text === 'string' && text.length <= LONGEST_VALUE;
}

/** The fields that config.json has, too; one that is none there is left out here. */
function readCustomer(customer: object): Partial<Customer> {
  const fields: { -readonly [Name in (typeof FIELDS)[number]]?: string } = {};
  for (const name of FIELDS) {
    const value = own(customer, name);
    if (typeof value === 'string' && value !== '' && value.length <= LONGEST_FIELD) fields[name] = value;
  }
  const provideCode = own(customer, 'provideCode');
  return typeof provideCode === 'boolean' ? { ...fields, provideCode } : fields;
}

const FIELDS = ['firstName', 'lastName', 'nickname', 'email', 'contactNumber', 'subject'] as const;

function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
