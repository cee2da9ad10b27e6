const PITCH_HZ = 660;
const LOUDNESS = 0.08;
const LENGTH_S = 0.18;

/** Made on the spot: nothing is downloaded for it. */
export function beep(audio: AudioContext): void {
  const start = audio.currentTime;
  const volume = new GainNode(audio, { gain: LOUDNESS });
  volume.gain.setValueAtTime(LOUDNESS, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + LENGTH_S);
  const tone = new OscillatorNode(audio, { frequency: PITCH_HZ });
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + LENGTH_S);
}
