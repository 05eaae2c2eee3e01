/**
 * Functions newer than the file format are stored under a prefix; Excel shows #NAME? without it.
 * List: Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula", and what Excel has got since.
 */
const XLFN = new Set(
  (
    "ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT " +
    "BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST " +
    "CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COPILOT COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL " +
    "DETECTLANGUAGE DROP ECMA.CEILING ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST " +
    "FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT " +
    "FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE " +
    "IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV " +
    "MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST " +
    "NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY " +
    "POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC " +
    "SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE " +
    "TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK " +
    "WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST ANCHORARRAY SINGLE"
  ).split(" "),
);
const XLWS = new Set(["FILTER", "SORT"]);

/** A text, a quoted sheet, or a word with what tells its kind: an opening bracket, or something else. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\?]*\(?|[(),]|\p{N}[\p{L}\p{N}_.]*/gu;
const PREFIX = /^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i;

interface Call {
  /** parameters that this LET or LAMBDA declares, in lower case */
  names: Set<string>;
  kind: "let" | "lambda" | "other";
  argument: number;
  /** nothing of the present argument was seen yet */
  fresh: boolean;
}

/**
 * "XLOOKUP(A1,B:B,C:C)" → "_xlfn.XLOOKUP(A1,B:B,C:C)", as the file has to hold it. The names that LET and LAMBDA
 * declare get a prefix of their own.
 */
export function addPrefixes(formula: string): string {
  const calls: Call[] = [];
  const tokens = [...formula.matchAll(TOKEN)];
  let out = "";
  let at = 0;
  tokens.forEach((match, index) => {
    const [token] = match;
    out += formula.slice(at, match.index);
    at = match.index + token.length;
    const top = calls.at(-1);
    if (token === ")") calls.pop();
    else if (token === "," && top) Object.assign(top, { argument: top.argument + 1, fresh: true });
    if (token.endsWith("(")) {
      const name = token.slice(0, -1);
      const upper = name.toUpperCase();
      if (top) top.fresh = false;
      calls.push({ names: new Set(), kind: upper === "LET" ? "let" : upper === "LAMBDA" ? "lambda" : "other", argument: 0, fresh: true });
      out += isDeclared(calls, name) ? `_xlpm.${token}` : XLWS.has(upper) ? `_xlfn._xlws.${token}` : XLFN.has(upper) ? `_xlfn.${token}` : token;
      return;
    }
    if (/^[\p{L}_\\]/u.test(token)) {
      const follows = tokens[index + 1];
      const alone = follows !== undefined && formula.slice(at, follows.index).trim() === "";
      if (top?.fresh && alone && declares(top, follows[0])) top.names.add(token.toLowerCase());
      if (top) top.fresh = false;
      out += formula[at] !== "!" && isDeclared(calls, token) ? `_xlpm.${token}` : token;
      return;
    }
    if (top && token !== "," && token !== ")") top.fresh = false;
    out += token;
  });
  return out + formula.slice(at);
}

// LET(name, value, …, result): each name is followed by a comma; LAMBDA(name, …, body): so is each but the body.
function declares({ kind, argument }: Call, follows: string): boolean {
  return follows === "," && (kind === "lambda" || (kind === "let" && argument % 2 === 0));
}

function isDeclared(calls: readonly Call[], name: string): boolean {
  return calls.some(({ names }) => names.has(name.toLowerCase()));
}

/** The formula as Excel shows it: without "_xlfn.", "_xlws." and "_xlpm."; texts stay as they are. */
export function stripPrefixes(formula: string): string {
  return /_xl/i.test(formula) ? formula.replace(TOKEN, (token) => (/^_xl/i.test(token) ? token.replace(PREFIX, "") : token)) : formula;
}
