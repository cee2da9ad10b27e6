import type { Network } from './network.ts';
import type { SimulatedPage } from './simulatedPage.ts';
import type { Speaker, VirtualBayeux } from './virtualBayeux.ts';
import type { VirtualTime } from './virtualTime.ts';

type Wires = Readonly<{
  network: Network;
  bayeux: VirtualBayeux;
  time: VirtualTime;
  pages: ReadonlyMap<string, SimulatedPage>;
}>;

/** What CometD's client finds in `window`. Where no socket gets through, none ever opens. */
export function createVirtualWires(
  { network, bayeux, time, pages }: Wires,
  carrier: 'long-polling' | 'websocket' | null,
) {
  return {
    XMLHttpRequest: class {
      static readonly UNSENT = 0;
      readyState = 0;
      status = 0;
      statusText = '';
      responseText = '';
      withCredentials = false;
      onload: (() => void) | null = null;
      onerror: (() => void) | null = null;
      onabort: (() => void) | null = null;
      readonly #headers = new Headers();
      readonly #running = new AbortController();
      #answered = new Headers();
      #url = '';

      open(_method: string, url: string): void {
        this.#url = url;
        this.readyState = 1;
      }

      setRequestHeader(name: string, value: string): void {
        this.#headers.set(name, value);
      }

      getResponseHeader(name: string): string | null {
        return this.#answered.get(name);
      }

      send(body: string): void {
        const { signal } = this.#running;
        const asked = network.fetch(this.#url, { method: 'POST', headers: this.#headers, body, signal });
        asked
          .then(async (response) => {
            this.responseText = await response.text();
            this.status = response.status;
            this.#answered = response.headers;
            this.readyState = 4;
            this.onload?.();
          })
          .catch(() => {
            this.readyState = 4;
            if (signal.aborted) this.onabort?.();
            else this.onerror?.();
          });
      }

      abort(): void {
        this.#running.abort();
      }
    },

    WebSocket: class {
      onopen: (() => void) | null = null;
      onclose: ((event: object) => void) | null = null;
      onmessage: ((event: object) => void) | null = null;
      readonly #page: SimulatedPage | undefined;
      readonly #url: string;
      #isOver = false;
      #forget = (): unknown => undefined;
      readonly #speaker: Speaker = {
        speak: (messages) => void this.#hear(JSON.stringify(messages)),
        hangUp: () => this.#end(),
      };

      constructor(url: string) {
        this.#url = url;
        this.#page = pages.get(new URL(url).host);
        void this.#open();
      }

      async #open(): Promise<void> {
        if (!this.#page) return;
        this.#forget = this.#page.onCutOff(() => this.#end());
        const isOpen = await network.opensSocket(this.#page);
        if (!isOpen || carrier !== 'websocket') this.#end();
        else if (!this.#isOver) this.onopen?.();
      }

      async #hear(data: string): Promise<void> {
        if (!this.#page) return;
        const isHere = await network.carryBack(this.#page, data);
        if (this.#page.isDead()) this.#end();
        else if (isHere && !this.#isOver) this.onmessage?.({ data });
      }

      send(text: string): void {
        if (this.#page) void network.frame(this.#page, this.#url, text, this.#speaker);
      }

      close(): void {
        this.#end();
      }

      #end(): void {
        if (this.#isOver) return;
        this.#isOver = true;
        this.#forget();
        bayeux.hungUp(this.#speaker);
        void time
          .sleep(() => (this.#page?.isRunning() ? time.now() : Infinity))
          .then(() => this.onclose?.({ code: 1006, reason: '' }));
      }
    },
  };
}
