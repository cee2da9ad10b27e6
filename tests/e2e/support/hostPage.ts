/**
 * A host page without the launcher: all that docs/embedding-messages.md asks of one, by hand. What the consoles say is
 * in `heard`, by the name of their window; the test tells the page what to do through `host`.
 */
export function hostPage(consoleUrl: string, script = ''): string {
  return `<!doctype html><html lang="en"><title>Shop</title><body><script>
const consoleUrl = ${JSON.stringify(consoleUrl)};
const consoleOrigin = new URL(consoleUrl).origin;
const mark = { source: 'gms-chat-console', version: 1 };
const heard = {};
const consoles = {};
const host = {
  connect: { takesOver: false, grants: ['minimize', 'move', 'close'] },
  frame(name, query = '') {
    const frame = document.createElement('iframe');
    frame.name = name;
    frame.title = 'Chat';
    frame.width = 400;
    frame.height = 600;
    frame.src = consoleUrl + query;
    document.body.append(frame);
    host.expect(name, () => frame.contentWindow);
  },
  popup(name, query = '') {
    const popup = window.open(consoleUrl + query, name, 'width=420,height=640');
    host.expect(name, () => popup);
  },
  expect(name, peer) {
    heard[name] = [];
    consoles[name] = { peer, port: null, transfer: null };
  },
  greet(name) {
    consoles[name].peer().postMessage({ ...mark, type: 'greet' }, consoleOrigin);
  },
  tell(name, message, ports = []) {
    consoles[name].port.postMessage({ ...mark, ...message }, ports);
  },
  /** the chat of one window goes on in the other, which is still to come */
  move(from, open) {
    const { port1, port2 } = new MessageChannel();
    host.pending = { port: port1 };
    open();
    host.onMeet = () => host.tell(from, { type: 'handOver' }, [port2]);
  },
};
window.addEventListener('message', (event) => {
  const found = Object.entries(consoles).find(([, { peer }]) => peer() === event.source);
  if (!found || event.origin !== consoleOrigin || event.data.type !== 'hello') return;
  const [name, one] = found;
  heard[name].push(event.data);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard[name].push(data);
  one.port = port1;
  const { pending, onMeet } = host;
  delete host.pending;
  delete host.onMeet;
  const connect = { ...mark, type: 'connect', ...host.connect, ...(pending && { takesOver: true }) };
  event.source.postMessage(connect, consoleOrigin, [port2, ...(pending ? [pending.port] : [])]);
  onMeet?.();
});
${script}
</script></body></html>`;
}
