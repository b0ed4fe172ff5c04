/** G.711 mu-law (ITU-T G.711, PCMU): one byte is one sample of 14 bits at 8 kHz. */

const bias = 0x84;
const clip = 32_635;

function expand(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = (((bits & 0x0f) << 3) + bias) << ((bits & 0x70) >> 4);
  return (bits & 0x80) === 0 ? magnitude - bias : bias - magnitude;
}

function compress(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), clip) + bias;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** Linear samples (16 bits) by mu-law byte. */
const linear = Int16Array.from({ length: 256 }, (_, byte) => expand(byte));

/** @returns one sample of 16 bits */
export function fromMuLaw(byte: number): number {
  return linear[byte & 0xff] ?? 0;
}

/** @param sample a linear sample; what 16 bits do not hold is clipped */
export function toMuLaw(sample: number): number {
  return compress(sample);
}
