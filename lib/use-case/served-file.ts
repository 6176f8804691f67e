/** A file as a use case gives it out: to be kept under a name, or shown as a picture. */
export type ServedFile = {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
} & ({ as: "download"; name: string } | { as: "picture"; changes: boolean });
