import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { NoticeText } from "../../notice";
import { useLanguage, useStrings } from "../language";

const useStyles = makeStyles({
  problems: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  go: { minWidth: 0, textAlign: "left", whiteSpace: "normal", color: "inherit", padding: 0, fontWeight: tokens.fontWeightRegular },
});

interface TemplateProblemsProps {
  problems: NoticeText["problems"];
  /** Leads to a line of the template, where it is being edited. */
  onGo?(line: number): void;
}

/** What is wrong with a template, by line; nothing where nothing is. */
export function TemplateProblems({ problems, onGo }: TemplateProblemsProps) {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems} role="alert">
      {strings.templateProblems(problems.length)}
      <ul className={styles.list}>
        {problems.map(({ line, message }, index) => {
          const words = strings.templateProblem(line, message[language]);
          return (
            <li key={index}>
              {onGo ? (
                <Button appearance="transparent" size="small" className={styles.go} onClick={() => onGo(line)}>
                  {words}
                </Button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
