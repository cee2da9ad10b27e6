type ComposerField = Readonly<{
  form: HTMLFormElement;
  field: HTMLTextAreaElement;
  /** in code points, as the server counts */
  maxLength: number;
  onText: (text: string) => void;
  onSend: (text: string) => void;
  /** true: it is looked at first, and `send` is called when it may leave, with other words if need be */
  hold: (text: string, send: (words: string) => void) => boolean;
}>;

/** A field has one behaviour at a time: attaching again takes the former off. */
const attached = new WeakMap<HTMLTextAreaElement, AbortController>();

/**
 * What a composer does, as behaviour of the DOM: the boot attaches it to the shell before React is there,
 * and the component attaches the same to the same field afterwards. Answers what takes it off again.
 */
export function attachComposerField(composer: ComposerField): () => void {
  const { form, field, maxLength, onText, onSend, hold } = composer;
  attached.get(field)?.abort();
  const listening = new AbortController();
  attached.set(field, listening);
  const options = { signal: listening.signal };

  function send(): void {
    const text = field.value;
    if (text.trim() === '' || lengthInCodePoints(text) > maxLength) return;
    const leave = (words: string): void => {
      // changed meanwhile, or gone already: then it is another message
      if (field.value !== text) return;
      field.value = '';
      onSend(words);
      onText('');
    };
    if (!hold(text, leave)) leave(text);
  }

  field.addEventListener('input', () => onText(field.value), options);
  field.addEventListener(
    'keydown',
    (event) => {
      if (!isSendKey(event)) return;
      event.preventDefault();
      if (!event.repeat) send();
    },
    options,
  );
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      send();
    },
    options,
  );
  return () => listening.abort();
}

/** Characters as people and the server count them: an emoji is one, not two. */
export function lengthInCodePoints(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Key code of a key press that belongs to an input method; Safari has no other sign after a composition. */
const INPUT_METHOD_KEY = 229;

function isSendKey(event: KeyboardEvent): boolean {
  const isModified = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey;
  return event.key === 'Enter' && !isModified && !event.isComposing && event.keyCode !== INPUT_METHOD_KEY;
}
