import type { Prisma } from "./generated/client";

/** Queries inside a transaction, or on the reader. */
export type Queries = Prisma.TransactionClient;
