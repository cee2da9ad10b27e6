/**
 * A page that speaks as the console does to host pages (docs/decisions/013), and does nothing else: what it was told
 * stands in `#heard`, and its buttons say what the console would say. `hosts` are the origins it answers.
 */
export function fakeConsole(hosts: readonly string[]): string {
  return `<!doctype html><html lang="en"><title>Console</title>
<p id="heard"></p><p id="chat">none</p>
<button id="minimize">Minimize</button><button id="close">Close</button><button id="move">Move</button>
<button id="unread">Unread</button><button id="nonsense">Nonsense</button><button id="agent">Agent</button>
<script>
const hosts = ${JSON.stringify(hosts)};
const out = (message) => ({ source: 'gms-chat-console', version: 1, ...message });
const peer = window.opener ?? (parent === window ? null : parent);
const heard = [];
let port = null;
let chat = 'chat ' + Math.random();
document.getElementById('chat').textContent = chat;
function hello() { for (const host of hosts) peer?.postMessage(out({ type: 'hello' }), host); }
function hear(message, ports) {
  heard.push(message);
  document.getElementById('heard').textContent = JSON.stringify(heard);
  if (message.type === 'handOver') {
    ports[0].onmessage = () => { chat = 'gone'; say({ type: 'moved' }); };
    ports[0].postMessage(chat);
  }
}
function say(message) { port?.postMessage(out(message)); }
addEventListener('message', ({ data, origin, source, ports }) => {
  if (!hosts.includes(origin) || source !== peer || data?.source !== 'gms-chat-console') return;
  if (data.type === 'greet') return hello();
  if (data.type !== 'connect') return;
  port?.close();
  port = ports[0];
  port.onmessage = ({ data, ports }) => hear(data, ports);
  hear(data, []);
  if (data.takesOver) ports[1].onmessage = (event) => {
    chat = event.data;
    document.getElementById('chat').textContent = chat;
    ports[1].postMessage('taken');
  };
  say({ type: 'ready' });
});
for (const wish of ['minimize', 'close', 'move'])
  document.getElementById(wish).onclick = () => say({ type: 'wish', wish });
document.getElementById('unread').onclick = () => say({ type: 'unread', count: 3 });
document.getElementById('agent').onclick = () => say({ type: 'agent', action: 'joined', name: 'Maria' });
document.getElementById('nonsense').onclick = () => {
  say({ type: 'constructor' });
  say({ type: 'agent', action: 'exploded', name: 'Maria' });
  port.postMessage('{}');
};
hello();
</script></html>`;
}
