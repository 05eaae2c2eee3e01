import { Image, makeStyles, tokens } from "@fluentui/react-components";
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { TextForm } from "./text-form";

const useStyles = makeStyles({
  page: { minHeight: "100vh" },
  header: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "30px 0 100px",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  welcome: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground1 },
  heroes: { display: "flex", flexDirection: "column", alignItems: "center" },
  heading: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightRegular, padding: "0 10px", textAlign: "center" },
  list: { listStyleType: "none", padding: "0 20px" },
  item: { display: "flex", alignItems: "center", paddingBottom: "20px" },
  icon: { marginRight: "10px" },
  text: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground1 },
});

const HEROES: readonly { icon: ReactElement; text: string }[] = [
  { icon: <Ribbon24Regular />, text: "A first thing that it can do" },
  { icon: <LockOpen24Regular />, text: "A second thing that it can do" },
  { icon: <DesignIdeas24Regular />, text: "A third thing that it can do" },
];

/** What the template's pane shows: a header with a logo, three heroes with icons, a text field and a button. */
export function App({ title }: { title: string }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <section className={styles.header}>
        <Image width="90" height="90" src="logo.png" alt={title} />
        <h1 className={styles.welcome}>Welcome</h1>
      </section>
      <div className={styles.heroes}>
        <h2 className={styles.heading}>What this add-in is good for</h2>
        <ul className={styles.list}>
          {HEROES.map(({ icon, text }) => (
            <li key={text} className={styles.item}>
              <i className={styles.icon}>{icon}</i>
              <span className={styles.text}>{text}</span>
            </li>
          ))}
        </ul>
      </div>
      <TextForm />
    </div>
  );
}
