import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CATALOGUE, type IndicatorDefinition, type TableColumn } from "../../../progress";
import { useLanguage, useStrings } from "../../language";
import type { ColumnSetting } from "../../../tables";
import { usePane, useStore } from "../../store";

type Role = ColumnSetting["role"];
const ROLES: readonly Role[] = ["target", "done", "rate", "otherPeriod", "ignore"];
const UNITS = ["套", "户", "个", "元", "万元", "亿元"];
/** The choice of an indicator that no list has: its name, unit and verb are typed. */
const NEW = "new";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} 0` },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalS },
});

interface ColumnFormProps {
  /** The table's place in the report. */
  table: number;
  column: TableColumn;
  indicators: readonly IndicatorDefinition[];
  close: () => void;
}

/** Sets what a column is: 目标, 完成, 完成率, another period's or nothing; of which indicator; in which unit. */
export default function ColumnForm({ table, column, indicators, close }: ColumnFormProps) {
  const styles = useStyles();
  const strings = useStrings();
  const chinese = useLanguage() === "zh-CN";
  const store = useStore();
  const { busy } = usePane();
  const { meaning, header } = column;
  const [role, setRole] = useState<Role>(ROLES.find((one) => one === meaning?.kind) ?? "ignore");
  const [indicator, setIndicator] = useState(meaning && "indicator" in meaning ? meaning.indicator : (CATALOGUE[0]?.id ?? ""));
  const [unit, setUnit] = useState(UNITS.find((one) => one === column.unit) ?? "");
  const [name, setName] = useState("");
  const [typedUnit, setTypedUnit] = useState(column.unit ?? "");
  const [verb, setVerb] = useState("");
  const isRead = role !== "ignore" && role !== "otherPeriod";
  const isNew = indicator === NEW;
  const own = indicators.filter(({ id }) => CATALOGUE.every((one) => one.id !== id));
  const apply = async () => {
    const named = isNew ? { indicator: name.trim(), ...(typedUnit.trim() && { unit: typedUnit.trim() }), ...(verb.trim() && { verb: verb.trim() }) } : { indicator, ...(unit && { unit }) };
    const setting = isRead ? { role, ...named } : { role };
    if (await store.changeTables({ kind: "column", table, header, setting })) close();
  };
  return (
    <div className={styles.form} role="group" aria-label={strings.setColumn(header)}>
      <Field label={strings.columnRole} size="small">
        <Select size="small" value={role} onChange={(_, { value }) => setRole(ROLES.find((one) => one === value) ?? "ignore")}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {strings.columnRoles[one]}
            </option>
          ))}
        </Select>
      </Field>
      {isRead && (
        <>
          <Field label={strings.indicator} size="small">
            <Select size="small" value={indicator} onChange={(_, { value }) => setIndicator(value)}>
              {[...CATALOGUE, ...own].map(({ id, name, english }) => (
                <option key={id} value={id}>
                  {chinese ? name : english}
                </option>
              ))}
              <option value={NEW}>{strings.newIndicator}</option>
            </Select>
          </Field>
          {isNew && (
            <>
              <Field label={strings.indicatorName} size="small" required>
                <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
              <Field label={strings.unit} size="small">
                <Input size="small" value={typedUnit} onChange={(_, { value }) => setTypedUnit(value)} />
              </Field>
              <Field label={strings.indicatorVerb} size="small">
                <Input size="small" value={verb} placeholder={strings.indicatorVerbHint} onChange={(_, { value }) => setVerb(value)} />
              </Field>
            </>
          )}
          {!isNew && (
          <Field label={strings.unit} size="small">
            <Select size="small" value={unit} onChange={(_, { value }) => setUnit(value)}>
              <option value="">{strings.unitAsRead}</option>
              {UNITS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </Field>
          )}
        </>
      )}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabledFocusable={busy !== null || (isNew && isRead && name.trim() === "")} onClick={() => void apply()}>
          {strings.useDate}
        </Button>
        <Button size="small" onClick={close}>
          {strings.cancel}
        </Button>
      </div>
    </div>
  );
}
