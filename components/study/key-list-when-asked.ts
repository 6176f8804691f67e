import dynamic from "next/dynamic";

/** The list of keys, loaded when somebody asks for it; where that does not go, the page stays as it is. */
export const KeyList = dynamic(() =>
  import("./key-list").then(
    (all) => all.KeyList,
    () => Nothing,
  ),
);

function Nothing() {
  return null;
}
