/** How loud the microphone is just now, from −60 dB to full scale: as loudness is heard. */
export function LevelMeter({ level }: { readonly level: number | undefined }) {
  if (level === undefined) return null;
  const share = Math.max(0, Math.min(1, 1 + (20 * Math.log10(Math.max(level, 1e-6))) / 60));
  return (
    <div className="level" data-testid="level">
      <label htmlFor="level">Your microphone</label>
      <meter id="level" min={0} max={1} low={0.33} optimum={0.7} value={share} />
    </div>
  );
}
