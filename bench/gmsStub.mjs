/** @typedef {{ from: object, index: number, type: string, text?: string, utcTime: number }} Row */
/** @typedef {{ path: string, fields: URLSearchParams }} Call */

const AGENT = { nickname: 'Maria', participantId: 2, type: 'Agent' };
const VISITOR = { nickname: 'Visitor', participantId: 1, type: 'Client' };
const CHAT = '0003KaJ7Q2MD00A4';
const IDS = { alias: '204', userId: '00C1695FA2B4000D', secureKey: '7be91c40d2f35a86c07d' };

/** Sentences of the length that people write in chats. */
const SENTENCES = [
  'It does: 20 GB across the EEA.',
  'Let me look that up for you, it takes a moment.',
  'Your number moves on the next working day, mostly during the night.',
  'Yes.',
  'The December one has a fee of 4.90 in it, because the roaming limit of the month was reached on the 21st.',
];

/**
 * The least that Chat API v2 must answer, with no work of its own: what is measured is the page.
 * `push` adds what the agents say, the last of it being `marker`; the next refresh brings it all.
 */
export function createGmsStub() {
  /** @type {Row[]} */
  let rows = [];
  /** @type {(() => void)[]} */
  let onSend = [];

  /**
   * @param {object} from
   * @param {string} type
   * @param {string} [text]
   */
  function add(from, type, text) {
    rows.push({
      from,
      index: rows.length + 1,
      type,
      ...(text !== undefined && { text }),
      utcTime: Date.now(),
    });
  }

  /** @param {readonly Row[]} messages */
  function reply(messages) {
    return { messages, chatEnded: false, statusCode: 0, ...IDS, chatId: CHAT, nextPosition: rows.length + 1 };
  }

  return {
    /** Forgets the chat: the next page begins anew. */
    reset() {
      rows = [];
      onSend = [];
    },
    /**
     * @param {number} count
     * @param {string} marker
     */
    push(count, marker) {
      for (let at = 1; at < count; at += 1) add(AGENT, 'Message', SENTENCES[at % SENTENCES.length]);
      add(AGENT, 'Message', marker);
    },
    /** When the next message of the visitor arrives, in ms of `performance.now()`. */
    sent() {
      return new Promise((/** @type {(at: number) => void} */ resolve) => {
        onSend.push(() => resolve(performance.now()));
      });
    },
    /**
     * @param {Call} call
     */
    answer({ path, fields }) {
      // /genesys/2/chat/{service}/{chat}/{operation}, or no chat yet
      const operation = path.split('/')[6] ?? '';
      if (operation === 'refresh') return reply(rows.slice(Number(fields.get('transcriptPosition')) - 1));
      if (operation === 'send') {
        add(VISITOR, 'Message', fields.get('message') ?? '');
        for (const tell of onSend.splice(0)) tell();
        return reply([]);
      }
      if (operation !== '') return reply([]);
      add(VISITOR, 'ParticipantJoined');
      add(AGENT, 'ParticipantJoined');
      return reply(rows);
    },
  };
}
