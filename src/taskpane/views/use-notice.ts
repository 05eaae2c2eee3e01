import { useEffect, useState } from "react";
import type { NoticeRequest, Reading } from "../../actions";
import type { NoticeText } from "../../notice";
import type { TemplateId } from "../../notice/templates";

/** What writes notices, once it has been loaded. */
export interface Composer {
  compose(reading: Reading, request: NoticeRequest): NoticeText;
  /** The text of one of our templates. */
  templateText(id: TemplateId): string;
}

/** The writer of notices; null until it has been loaded. */
export function useComposer(): Composer | null {
  const [composer, setComposer] = useState<Composer | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const [{ composeWith }, { loadNoticeWriter }] = await Promise.all([import("../../actions"), import("../../notice/writer")]);
      const writer = await loadNoticeWriter();
      if (wanted) setComposer({ compose: (reading, request) => composeWith(writer, reading, request), templateText: writer.templateText });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, []);
  return composer;
}
