/** A voice-like sound: a buzz through two formants, in syllables with pauses between the words. */
export class Speech {
  readonly track: MediaStreamTrack;
  readonly #context = new AudioContext();
  readonly #volume: GainNode;
  readonly #timer: number;

  constructor() {
    const output = this.#context.createMediaStreamDestination();
    this.#volume = new GainNode(this.#context, { gain: 0 });
    const syllables = new GainNode(this.#context, { gain: 0 });
    const buzz = new OscillatorNode(this.#context, { type: 'sawtooth', frequency: 130 });
    for (const frequency of [600, 1_700]) {
      const formant = new BiquadFilterNode(this.#context, { type: 'bandpass', frequency, Q: 5 });
      buzz.connect(formant).connect(syllables);
    }
    syllables.connect(this.#volume).connect(output);
    buzz.start();
    this.#timer = window.setInterval(() => this.#speak(syllables.gain, buzz.frequency), 1_000);
    const [track] = output.stream.getAudioTracks();
    if (!track) throw new Error('The browser gave no audio track for the customer');
    this.track = track;
    // A browser may keep the sound stopped until someone has clicked in the page.
    window.addEventListener('pointerdown', () => void this.#context.resume(), { once: true });
    void this.#context.resume();
  }

  /** Silent while it rings and on hold. */
  set audible(audible: boolean) {
    this.#volume.gain.setTargetAtTime(audible ? 0.9 : 0, this.#context.currentTime, 0.01);
  }

  stop(): void {
    window.clearInterval(this.#timer);
    this.track.stop();
    void this.#context.close();
  }

  /** One second: four syllables of different pitch, of which one in five is a pause. */
  #speak(loudness: AudioParam, pitch: AudioParam): void {
    const start = this.#context.currentTime;
    for (let syllable = 0; syllable < 4; syllable += 1) {
      const at = start + syllable * 0.25;
      const loud = Math.random() < 0.2 ? 0 : 0.4 + Math.random() * 0.6;
      loudness.setTargetAtTime(loud, at, 0.03);
      loudness.setTargetAtTime(0.02, at + 0.17, 0.03);
      pitch.setValueAtTime(110 + Math.random() * 60, at);
    }
  }
}
