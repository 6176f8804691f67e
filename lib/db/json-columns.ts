import { z } from "zod";

/** A time in a column of JSON. */
export const JsonTime = z.iso.datetime().transform((text) => new Date(text));
