/** The counter shows itself for the last tenth. */
const NEAR = 0.9;

export function isNearLimit(length: number, maxLength: number): boolean {
  return length <= maxLength && length > maxLength * NEAR;
}
