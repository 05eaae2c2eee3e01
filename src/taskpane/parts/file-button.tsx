import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";

interface FileButtonProps {
  /** What the button says, and what the file input is called. */
  children: ReactNode & string;
  /** Endings and media types, as an input takes them. */
  accept: string;
  size?: NonNullable<ButtonProps["size"]>;
  /** Called with each file that is chosen, the same one twice included. */
  choose(file: File): void;
}

/** A button that asks for a file. */
export function FileButton({ children, accept, size = "medium", choose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={children}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) choose(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
