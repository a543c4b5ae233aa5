/**
 * The same function, which remembers what it gave: for few inputs that come again and again, and a function whose work
 * shows in an ingest's processor time.
 *
 * @param most how many inputs are remembered; then it begins anew
 */
export function remember<Value>(of: (input: string) => Value, most: number): (input: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (input) => {
    const found = known.get(input);
    if (found) return found.value;
    const value = of(input);
    if (known.size >= most) known.clear();
    known.set(input, { value });
    return value;
  };
}
