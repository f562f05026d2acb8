/**
 * The dependency rule as a function: source files in, violations out. Knows: what each folder may
 * import and touch. Does not know: where files come from, so that violations can be planted.
 */
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** Path from the root, with slashes → source text. */
export type Sources = ReadonlyMap<string, string>;
export type Rule =
  'direction' | 'purity' | 'module' | 'xstate' | 'browser' | 'cycle' | 'barrel' | 'missing';
export type Violation = { readonly rule: Rule; readonly file: string; readonly what: string };

type Import = { readonly from: string; readonly typeOnly: boolean };
type Parsed = {
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly Import[];
};

/** What a folder's files may import from; the folder itself goes without saying. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'engine/scenario': [],
  'engine/plan': ['engine/scenario'],
  'engine/exercise': ['engine/plan', 'engine/scenario'],
  'engine/runtime': ['engine/exercise', 'engine/plan', 'engine/scenario'],
  engine: ['engine/runtime', 'engine/exercise', 'engine/plan', 'engine/scenario'],
  exports: ['engine/exercise', 'engine/plan', 'engine/scenario'],
  'facilitator-ui': [],
  'participant-ui': [],
  cli: [
    'facilitator-ui',
    'exports',
    'engine',
    'engine/runtime',
    'engine/exercise',
    'engine/plan',
    'engine/scenario',
  ],
};
const AREAS = Object.keys(MAY_IMPORT).toSorted((a, b) => b.length - a.length);
export const ROOTS = ['engine', 'exports', 'facilitator-ui', 'participant-ui', 'cli'] as const;

/** All that the UIs may run of the engine; of its types they may name any. */
const WIRE: readonly string[] = [
  'engine/runtime/protocol.ts',
  'engine/runtime/client.ts',
  'engine/runtime/collections.ts',
];
const UIS: readonly string[] = ['facilitator-ui', 'participant-ui'];

const PURE = ['engine/scenario', 'engine/plan', 'engine/exercise', 'exports'];
const WORLDLY_PACKAGES = ['ws', 'lowdb', 'ink', 'chalk', 'hono', '@hono/node-server'];
const WORLDLY_NAMES = new Set(
  'Date Intl process performance crypto fetch console globalThis require Buffer setTimeout setInterval setImmediate queueMicrotask'.split(
    ' ',
  ),
);
const WORLDLY_MEMBERS = new Set(['Math.random', 'Temporal.Now']);
/** Whatever asks for the machine's locale. */
const LOCALE = /^(localeCompare|toLocale\w*)$/;

const HASHING = 'engine/plan/digest.ts';
const XSTATE_HOMES = /^engine\/(plan\/\w+\.machine|exercise\/step)\.ts$/;
const BARREL = 'engine/index.ts';

export function findViolations(sources: Sources): readonly Violation[] {
  const all = [...sources].map(([file, text]) => parse(file, text));
  return [
    ...all.flatMap((each) => imported(each, sources)),
    ...all.flatMap(impurities),
    ...all.flatMap(barrel),
    ...browser(all),
    ...cycles(all),
  ];
}

function parse(file: string, text: string): Parsed {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true, kind);
  const imports: Import[] = [];
  visit(source, (node) => {
    const found = readImport(node);
    if (found) imports.push(resolved(file, found));
  });
  return { file, source, imports };
}

/** Import and export declarations, import(), import types and require(). */
function readImport(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return named(node.moduleSpecifier, typeOnly);
  }
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return named(node.argument.literal, true);
  }
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? named(node.arguments[0], false) : undefined;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Import | undefined {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
  return { from: specifier.text, typeOnly };
}

function resolved(file: string, found: Import): Import {
  return found.from.startsWith('.') ? { ...found, from: join(dirname(file), found.from) } : found;
}

/** The folder of the rule that a file, or a path, belongs to; undefined for a package. */
function areaOf(path: string): string | undefined {
  return AREAS.find((area) => path.startsWith(`${area}/`));
}

function isPure(file: string): boolean {
  return PURE.some((folder) => file.startsWith(`${folder}/`));
}

function isBuiltin(from: string): boolean {
  return from.startsWith('node:') || builtinModules.includes(from);
}

function imported({ file, imports }: Parsed, sources: Sources): Violation[] {
  const area = areaOf(file);
  return imports.flatMap(({ from, typeOnly }) => {
    const violation = (rule: Rule): Violation[] => [{ rule, file, what: from }];
    const target = areaOf(from);
    if (target === undefined) return packageRules(file, from).flatMap(violation);
    if (/\.tsx?$|\/[^.]+$/.test(from) && !sources.has(from)) return violation('missing');
    return area === undefined || mayImport(area, target, from, typeOnly)
      ? []
      : violation('direction');
  });
}

function packageRules(file: string, from: string): Rule[] {
  const rules: Rule[] = [];
  if (/^xstate(\/|$)/.test(from) && !XSTATE_HOMES.test(file)) rules.push('xstate');
  if (!isPure(file)) return rules;
  const hashing = file === HASHING && from === 'node:crypto';
  const worldly = WORLDLY_PACKAGES.some((name) => from === name || from.startsWith(`${name}/`));
  if ((isBuiltin(from) && !hashing) || worldly) rules.push('module');
  return rules;
}

function mayImport(area: string, target: string, from: string, typeOnly: boolean): boolean {
  if (target === area) return true;
  if (UIS.includes(area)) {
    return WIRE.includes(from) || (typeOnly && target.startsWith('engine/'));
  }
  return MAY_IMPORT[area]?.includes(target) ?? false;
}

/** Names of the world outside in folders that must not know it. */
function impurities({ file, source }: Parsed): Violation[] {
  if (!isPure(file)) return [];
  const found: Violation[] = [];
  const add = (what: string): unknown => found.push({ rule: 'purity', file, what });
  visit(source, (node) => {
    const member = memberOf(node);
    if (member && WORLDLY_MEMBERS.has(`${member.of}.${member.name}`)) {
      add(`${member.of}.${member.name}`);
    }
    if (member && LOCALE.test(member.name)) add(member.name);
    if (ts.isIdentifier(node) && WORLDLY_NAMES.has(node.text) && !isMemberName(node)) {
      add(node.text);
    }
  });
  return found;
}

/** `a.b`, `a['b']` and `const { b } = a`. */
function memberOf(node: ts.Node): { readonly of: string; readonly name: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    return { of: node.expression.getText(), name: node.name.text };
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return { of: node.expression.getText(), name: node.argumentExpression.text };
  }
  if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent)) {
    const name = (node.propertyName ?? node.name).getText();
    return { of: node.parent.parent.initializer?.getText() ?? '', name };
  }
  return undefined;
}

/** A member of something of ours that merely has the same name. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isJsxAttribute(parent)) &&
    parent.name === node
  );
}

/** Folders are imported from file by file: a barrel hides who needs what. */
function barrel({ file, source }: Parsed): Violation[] {
  if (file === BARREL) return [];
  const passes = source.statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
  );
  const stars = passes.filter((each) => ts.isExportDeclaration(each) && !each.exportClause);
  const own = source.statements.some(
    (statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement),
  );
  const hollow = passes.length > 0 && !own;
  const isIndex = /(^|\/)index\.tsx?$/.test(file);
  return stars.length > 0 || hollow || isIndex ? [{ rule: 'barrel', file, what: file }] : [];
}

/** What the page loads must run in a browser, all the way down. */
function browser(all: readonly Parsed[]): Violation[] {
  const byFile = new Map(all.map((each) => [each.file, each]));
  const seen = new Set<string>();
  const found: Violation[] = [];
  const queue = WIRE.filter((file) => byFile.has(file));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { from, typeOnly } of byFile.get(file)?.imports ?? []) {
      if (typeOnly) continue;
      if (byFile.has(from)) queue.push(from);
      else if (isBuiltin(from) || WORLDLY_PACKAGES.includes(from)) {
        found.push({ rule: 'browser', file, what: from });
      }
    }
  }
  return found;
}

/** Each cycle once, types included: two files that need each other are one file, or three. */
function cycles(all: readonly Parsed[]): Violation[] {
  const byFile = new Map(all.map((each) => [each.file, each]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push({ rule: 'cycle', file, what: [...path.slice(at), file].join(' → ') });
    if (at >= 0 || done.has(file)) return;
    for (const { from } of byFile.get(file)?.imports ?? []) {
      if (byFile.has(from)) walk(from, [...path, file]);
    }
    done.add(file);
  };
  for (const file of byFile.keys()) walk(file, []);
  return found;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
