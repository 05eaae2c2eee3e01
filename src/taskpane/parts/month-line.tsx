import { makeStyles, tokens } from "@fluentui/react-components";
import { useLanguage } from "../language";
import { dateText } from "../model/format";
import { placesIn, type MonthPoint } from "../model/month-line";

const [WIDTH, HEIGHT, ROOM] = [56, 16, 3];

const useStyles = makeStyles({
  line: { display: "block", flexShrink: 0, overflow: "visible", color: tokens.colorNeutralForeground2 },
});

/** The months of an indicator as a small line; its name tells every figure. */
export function MonthLine({ points }: { points: readonly MonthPoint[] }) {
  const styles = useStyles();
  const language = useLanguage();
  const figures = points.map(({ asOf, text }) => `${dateText(asOf, language)} ${text}`).join(language === "zh-CN" ? "，" : ", ");
  const label = language === "zh-CN" ? `各期：${figures}` : `By period: ${figures}`;
  const places = placesIn(points, WIDTH, HEIGHT);
  const end = places.at(-1);
  return (
    <svg className={styles.line} role="img" aria-label={label} width={WIDTH + 2 * ROOM} height={HEIGHT + 2 * ROOM} viewBox={`${-ROOM} ${-ROOM} ${WIDTH + 2 * ROOM} ${HEIGHT + 2 * ROOM}`}>
      <title>{label}</title>
      <polyline points={places.map(({ x, y }) => `${x},${y}`).join(" ")} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      {end && <circle cx={end.x} cy={end.y} r="2.5" fill="currentColor" />}
    </svg>
  );
}
