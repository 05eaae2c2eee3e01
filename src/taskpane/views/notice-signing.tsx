import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { proofreadInStretches, signingCheck, type Reading, type SigningItem } from "../../actions";
import type { NoticeParagraph, Proofreading } from "../../notice";
import { useLanguage, useStrings, type Strings } from "../language";
import { Icon } from "../parts/icons";
import { OneStop } from "../parts/one-stop";
import { useOutdated } from "../parts/use-outdated";
import { usePane, useStore, type PaneStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { width: "100%", justifyContent: "flex-start", textAlign: "left", fontWeight: tokens.fontWeightRegular, paddingLeft: tokens.spacingHorizontalXS, "& .fui-Button__icon": { flexShrink: 0 } },
});

/** 签发前检查: what whoever signs should know of first, each line leading to its place; one stop of the Tab key. */
export function NoticeSigning({ reading, paragraphs }: { reading: Reading; paragraphs: readonly NoticeParagraph[] }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const chinese = useLanguage() === "zh-CN";
  const store = useStore();
  const { busy } = usePane();
  const { items, isDone, text } = useSigning(reading, paragraphs);
  return (
    <section className={shared.card} aria-label={strings.signing}>
      <h2 className={shared.heading}>{strings.signingCount(items.length, isDone)}</h2>
      <OneStop as="ul" className={styles.list}>
        {items.map((item) => (
          <li key={item.kind === "field" ? item.field : item.kind}>
            <Button
              className={styles.item}
              appearance="subtle"
              size="small"
              icon={<Icon name="warning" />}
              disabledFocusable={busy !== null}
              onClick={() => lead(item, store, text)}
            >
              {textOf(item, strings, chinese)}
            </Button>
          </li>
        ))}
      </OneStop>
    </section>
  );
}

/** The list as far as it is known; the notice is proofread after it has been shown. */
export function useSigning(reading: Reading, paragraphs: readonly NoticeParagraph[]): { items: SigningItem[]; isDone: boolean; text: string } {
  const outdated = useOutdated(reading);
  const text = useMemo(() => paragraphs.map((paragraph) => paragraph.text).join("\n"), [paragraphs]);
  const [proofread, setProofread] = useState<{ text: string; reading: Reading; result: Proofreading } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const judge = async () => {
      const result = await proofreadInStretches(reading, text);
      if (isWanted) setProofread({ text, reading, result });
    };
    void judge();
    return () => {
      isWanted = false;
    };
  }, [reading, text]);
  const result = proofread?.text === text && proofread.reading === reading ? proofread.result : null;
  return { items: signingCheck(reading, paragraphs, outdated, result), isDone: outdated !== null && result !== null, text };
}

function textOf(item: SigningItem, { signingItems: texts }: Strings, chinese: boolean): string {
  switch (item.kind) {
    case "field":
      return texts.field(chinese ? item.name : item.english);
    case "unread":
    case "errors":
    case "ownWords":
      return texts[item.kind](item.count);
    case "attachments":
      return texts.attachments(item.names.join("、"));
    case "proofread":
      return texts.proofread(item.wrong, item.suspect);
    case "day":
    case "outdated":
      return texts[item.kind];
  }
}

/** Goes where a line is put right. */
function lead(item: SigningItem, store: PaneStore, text: string): void {
  switch (item.kind) {
    case "field":
      return store.showField(item.field);
    case "day":
    case "errors":
      return store.showFinding(item.finding);
    case "unread":
      return item.cell ? void store.showCell(item.cell) : store.show("data");
    case "ownWords":
      return focusOn("[data-own]");
    case "outdated":
      return focusOn("[data-outdated] button");
    case "attachments":
      return store.show("attachments");
    case "proofread":
      store.draft({ text });
      return void store.proofread();
  }
}

function focusOn(selector: string): void {
  const found = document.querySelector(selector);
  found?.scrollIntoView({ block: "center" });
  if (found instanceof HTMLElement) found.focus();
}
