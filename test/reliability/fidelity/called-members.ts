import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One member of Office.js that the add-in calls. */
export interface CalledMember {
  /** Excel.Range.copyFrom */
  name: string;
  /** The requirement set that Microsoft's own types give it: "ExcelApi 1.9"; "" where they name none. */
  since: string;
}

const ROOT = path.resolve(__dirname, "../../..");
/** The only rooms that know Office.js. */
const ROOMS = ["src/excel", "src/taskpane/host"];

/** Every member of Office.js that the sources name, as the TypeScript compiler understands them; enumerations left out. */
export function calledMembers(): CalledMember[] {
  const files = ROOMS.flatMap((room) => readdirSync(path.join(ROOT, room)).filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(ROOT, room, file)));
  const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.json"), (file) => ts.sys.readFile(file)) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found = new Map<string, CalledMember>();
  const note = (symbol: ts.Symbol | undefined) => {
    for (const declaration of symbol?.declarations ?? []) {
      const member = memberOf(declaration);
      if (member) found.set(member.name, member);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const named = node.propertyName ?? node.name;
      if (ts.isIdentifier(named)) note(checker.getTypeAtLocation(node.parent).getProperty(named.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function memberOf(declaration: ts.Declaration): CalledMember | null {
  const isOffice = /@types[\\/]office-js[\\/]/.test(declaration.getSourceFile().fileName);
  const { parent } = declaration;
  if (!isOffice || !(ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent)) || !parent.name) return null;
  const name = ts.getNameOfDeclaration(declaration)?.getText() ?? "";
  const rooms = [name, parent.name.text];
  for (let at: ts.Node = parent.parent; at; at = at.parent) if (ts.isModuleDeclaration(at)) rooms.push(at.name.getText());
  const since = /\[Api set: ([A-Za-z]+ [\d.]+)/.exec(declaration.getFullText())?.[1] ?? "";
  return { name: rooms.reverse().join("."), since };
}
