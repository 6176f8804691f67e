/** A value as it arrives when it was sent as JSON: its times are RFC 3339 texts. */
export type Json<T> = T extends Date
  ? string
  : T extends object
    ? { [Key in keyof T]: Json<T[Key]> }
    : T;
