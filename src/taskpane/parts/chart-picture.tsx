import { makeStyles } from "@fluentui/react-components";
import { useId } from "react";
import type { Picture, Shape } from "../../charts";

const useStyles = makeStyles({
  // Paper, in every theme.
  picture: { display: "block", width: "100%", height: "auto", backgroundColor: "#ffffff", forcedColorAdjust: "none" },
});

/** Points between the lines of a hatch. */
const HATCH = { sparse: 5, dense: 2.5 } as const;
const FONTS = "仿宋, FangSong, 宋体, SimSun, sans-serif";
const DASH = "5 3";

/** A chart as it will be drawn, small and true; told in words to those who do not see it. */
export function ChartPicture({ picture }: { picture: Picture }) {
  const styles = useStyles();
  const id = useId();
  return (
    <svg className={styles.picture} viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={picture.text} fontFamily={FONTS}>
      <defs>
        {Object.entries(HATCH).map(([name, step]) => (
          <pattern key={name} id={`${id}${name}`} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2={step} stroke="#000000" strokeWidth="0.5" />
          </pattern>
        ))}
      </defs>
      {picture.shapes.map((shape, index) => (
        <Drawn key={index} shape={shape} hatchId={(name) => `url(#${id}${name})`} />
      ))}
    </svg>
  );
}

function Drawn({ shape, hatchId }: { shape: Shape; hatchId: (name: keyof typeof HATCH) => string }) {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill, line, hatch } = shape;
      const box = { x, y, width, height };
      const isHatched = hatch === "sparse" || hatch === "dense";
      return (
        <>
          <rect {...box} fill={fill} stroke={line ?? "none"} strokeWidth={0.75} />
          {isHatched && <rect {...box} fill={hatchId(hatch)} />}
        </>
      );
    }
    case "line":
      return <polyline points={shape.points.map((point) => point.join(",")).join(" ")} fill="none" stroke={shape.color} strokeWidth={shape.weight} strokeDasharray={shape.dash ? DASH : undefined} />;
    case "mark": {
      const { x, y, size, fill, line } = shape;
      if (shape.shape === "circle") return <circle cx={x} cy={y} r={size / 2} fill={fill} stroke={line} strokeWidth={0.75} />;
      const half = size / 2;
      return <path d={`M${x},${y - half}L${x + half},${y}L${x},${y + half}L${x - half},${y}Z`} fill={fill} stroke={line} strokeWidth={0.75} />;
    }
    case "text":
      return (
        <text x={shape.x} y={shape.y} fontSize={shape.size} fontWeight={shape.bold ? "bold" : undefined} fill={shape.color} textAnchor={shape.anchor} lang="zh-CN">
          {shape.text}
        </text>
      );
  }
}
