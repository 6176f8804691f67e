import type { ChangeEvent, ReactNode } from "react";
import styles from "./file-choice.module.css";

type Props = {
  className: string | undefined;
  children: ReactNode;
  accept?: string;
  multiple?: boolean;
  /** A folder is chosen, with all in it. */
  isFolder?: boolean;
  describedBy?: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** What looks like a button and chooses files. */
export function FileChoice({ className, children, isFolder, describedBy, ...input }: Props) {
  return (
    <label className={`${className} ${styles.choice}`}>
      {/* No input of React's knows the attribute that asks for a folder. */}
      <input
        type="file"
        ref={(element) => {
          if (isFolder) element?.setAttribute("webkitdirectory", "");
        }}
        aria-describedby={describedBy}
        {...input}
      />
      {children}
    </label>
  );
}
