import { useEffect, useState } from "react";
import type { Reading } from "../../actions";
import type { NoticeText } from "../../notice";

/** The notice of a reading; null until the writer has been loaded. */
export function useNotice(reading: Reading): NoticeText | null {
  const [made, setMade] = useState<{ reading: Reading; notice: NoticeText } | null>(null);
  useEffect(() => {
    let wanted = true;
    const compose = async () => {
      const { composeNotice } = await import("../../actions");
      const notice = await composeNotice(reading);
      if (wanted) setMade({ reading, notice });
    };
    void compose();
    return () => {
      wanted = false;
    };
  }, [reading]);
  return made?.reading === reading ? made.notice : null;
}
