import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", alignItems: "center" },
  field: { margin: "30px 20px 20px", maxWidth: "50%" },
  hint: { fontWeight: tokens.fontWeightSemibold, marginTop: "20px", marginBottom: "10px" },
});

/** A text, and the button that puts it into the selected cell. */
export function TextForm() {
  const styles = useStyles();
  const [text, setText] = useState("Some text");
  return (
    <div className={styles.form}>
      <Field className={styles.field} size="large" label="The text to insert">
        <Textarea size="large" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <Field className={styles.hint}>Press to insert it.</Field>
      <Button appearance="primary" size="large" onClick={() => void insert(text)}>
        Insert
      </Button>
    </div>
  );
}

async function insert(text: string): Promise<void> {
  performance.mark("reacted");
  await Excel.run(async (context) => {
    context.workbook.getSelectedRange().values = [[text]];
    await context.sync();
  });
}
