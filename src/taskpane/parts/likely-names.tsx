import { Button } from "@fluentui/react-components";
import { useStrings } from "../language";
import { usePane, useStore } from "../store";
import { OneStop } from "./one-stop";

/** Names that a label was likely meant to be: a click reads it as that one, now and next month. */
export function LikelyNames({ label, names }: { label: string; names: readonly string[] }) {
  const strings = useStrings();
  const store = useStore();
  const { busy } = usePane();
  return (
    <OneStop as="span" aria-label={strings.likelyNames(label)}>
      {names.map((name) => (
        <Button key={name} size="small" disabledFocusable={busy !== null} onClick={() => void store.changeTables({ kind: "region", label, region: name })}>
          {strings.readAs(name)}
        </Button>
      ))}
    </OneStop>
  );
}
