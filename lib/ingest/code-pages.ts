// Each table says what bytes 128–255 mean.

export const LATIN_1 = Array.from({ length: 128 }, (_, i) => String.fromCharCode(128 + i));

/**
 * The five bytes that this code page leaves open are control characters. Spelled out, because Node
 * 20's own decoder takes it for Latin-1.
 */
export const WINDOWS_1252 = [
  ...Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"),
  ...LATIN_1.slice(32),
];

/** Built from the platform's decoder: other tables drop U+F8FF, with which damaged emoji begin. */
export const MAC_ROMAN = Array.from(
  new TextDecoder("macintosh").decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)),
);
