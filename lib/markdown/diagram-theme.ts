/** The colours of a drawing. It lies on transparent ground; paper is what labels are laid on. */
export type DiagramTheme = { paper: string; ink: string; muted: string; line: string };

/** For the light page. */
export const lightDiagram: DiagramTheme = {
  paper: "#fbf9f4",
  ink: "#23201b",
  muted: "#6a645a",
  line: "#8b8579",
};

/** For the dark page. */
export const darkDiagram: DiagramTheme = {
  paper: "#191714",
  ink: "#ece7dd",
  muted: "#a39b8d",
  line: "#7d766a",
};
