import { StoreRefused } from "@/lib/db/store-refused";
import { WrongVariable } from "@/lib/env";

/** What stops a command, in a sentence that says what to do. The bootstrap prints it and exits 1. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Does a part of a command; what it refuses for people to mend becomes a refusal of the command. */
export async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WrongVariable || error instanceof StoreRefused)
      throw new Refusal(error.message, { cause: error });
    throw error;
  }
}
