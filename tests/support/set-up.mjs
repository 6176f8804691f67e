import { progressOn } from "../../lib/cli/bootstrap/progress.mjs";
import { setUp } from "../../lib/cli/bootstrap/set-up.mjs";

/** Before any test: the worker that parses and renders is a bundle of the sources as they are. */
export const setup = () => setUp(progressOn(process.stderr));
