import type { Fault } from '../simulator/faults.ts';
import type { Gms } from '../simulator/gms.ts';
import { MISHAPS } from '../simulator/faults.ts';
import { isScriptName, SCRIPT_NAMES } from '../simulator/scripts/scripts.ts';
import { readFault } from './readFault.ts';
import { PANEL_STYLE } from './panelStyle.ts';
import { SCENARIO_NAMES } from './scenarioNames.ts';
import { CHAT_APIS, tryChatApi } from './triedConfig.ts';

const TARGETS: readonly Fault['on'][] = ['any', 'start', 'create', 'refresh', 'send', 'typing', 'disconnect'];
const SHOWN_REQUESTS = 8;

/** A small panel over the page that steers the simulated GMS by hand. Closed root: it is no part of the page. */
export function mountPanel(gms: Gms): void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(PANEL_STYLE);
  root.adoptedStyleSheets = [style];

  const details = element('details');
  const requests = element('ol');
  requests.ariaLabel = 'Last requests';
  details.append(
    element('summary', 'Simulated GMS'),
    scenarioControls(),
    scriptControls(gms),
    faultControls(gms),
    serverControls(gms),
    requests,
  );
  details.addEventListener('toggle', () => showRequests(gms, requests));
  details.addEventListener('click', () => showRequests(gms, requests));
  root.append(details);
  document.body.append(host);
}

/** Another scenario is another address: nothing is left of what went before. */
function scenarioControls(): HTMLElement {
  const names = select('Scenario', SCENARIO_NAMES);
  const address = new URL(location.href);
  names.field.value = address.searchParams.get('gmsScenario') ?? 'CHAT-NOW';
  const start = button('Start this scenario', () => {
    address.searchParams.set('gmsScenario', names.field.value);
    sessionStorage.clear();
    location.assign(address);
  });
  return group(names.label, start);
}

/** The script belongs to a chat from its start: so a new one is started, with nothing left of the old. */
function scriptControls(gms: Gms): HTMLElement {
  const scripts = select('Agent script', SCRIPT_NAMES);
  const apis = select('chat API of', CHAT_APIS);
  const start = button('New chat with this script', () => {
    if (isScriptName(scripts.field.value)) gms.play(scripts.field.value);
    sessionStorage.clear();
    tryChatApi(apis.field.value);
    location.reload();
  });
  return group(scripts.label, apis.label, start);
}

function faultControls(gms: Gms): HTMLElement {
  const names = select('Fault', Object.keys(MISHAPS));
  const targets = select('on the next', TARGETS);
  const inject = button('Inject', () => {
    const fault = readFault({ name: names.field.value, on: targets.field.value });
    if (typeof fault !== 'string') gms.inject(fault);
  });
  return group(names.label, targets.label, inject);
}

function serverControls(gms: Gms): HTMLElement {
  return group(
    button('Restart, keep sessions', () => gms.restart(true)),
    button('Restart, lose sessions', () => gms.restart(false)),
  );
}

/** Names and numbers only: what people write stays out of sight. */
function showRequests(gms: Gms, list: HTMLElement): void {
  const lines = gms.requests().slice(-SHOWN_REQUESTS);
  list.replaceChildren(
    ...lines.map(({ operation, path, status }) =>
      element(
        'li',
        `${operation === 'other' ? path.split('/').at(-1) : operation}: ${status ?? 'no answer'}`,
      ),
    ),
  );
}

function select(
  name: string,
  choices: readonly string[],
): { label: HTMLLabelElement; field: HTMLSelectElement } {
  const label = element('label', `${name} `);
  const field = element('select');
  field.append(...choices.map((choice) => new Option(choice)));
  label.append(field);
  return { label, field };
}

function button(name: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', name);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

function group(...parts: readonly HTMLElement[]): HTMLElement {
  const made = element('p');
  made.append(...parts);
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
