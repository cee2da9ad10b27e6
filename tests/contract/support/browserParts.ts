import { adapt } from 'cometd-nodejs-client';

// XMLHttpRequest and cookies as CometD needs them: one jar, as in one browser
adapt();

/** What the page of a browser has. */
export const Socket = window.WebSocket;

/** What it has where a proxy lets no WebSocket through. */
export class NoSocket extends Socket {
  constructor() {
    super('ws://127.0.0.1:1/');
  }
}
