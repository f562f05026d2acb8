/**
 * The fields of the types that go over the wire, read from the source by the TypeScript compiler.
 * Knows: types. Does not know: what the protocol page says of them.
 */
import { join } from 'node:path';
import ts from 'typescript';

/** Field names in order of declaration; a `?` behind those that may be absent. */
export type Fields = readonly string[];

const root = join(import.meta.dirname, '..', '..', '..', 'engine');
const FILES = ['exercise/entry.ts', 'exercise/rows.ts', 'runtime/protocol.ts'] as const;

const program = ts.createProgram(
  FILES.map((file) => join(root, file)),
  {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
);
const checker = program.getTypeChecker();

function typeOf(file: (typeof FILES)[number], name: string): ts.Type {
  const source = program.getSourceFile(join(root, file));
  const alias = source?.statements.find(
    (node): node is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(node) && node.name.text === name,
  );
  if (!alias) throw new Error(`${file} has no type ${name}`);
  return checker.getTypeAtLocation(alias.name);
}

function fieldsOf(type: ts.Type): Fields {
  return type
    .getProperties()
    .map((field) => (field.flags & ts.SymbolFlags.Optional ? `${field.name}?` : field.name));
}

/** Each member of a tagged union by its tag, without the tag itself. */
export function members(file: (typeof FILES)[number], name: string): ReadonlyMap<string, Fields> {
  const type = typeOf(file, name);
  const all = type.isUnion() ? type.types : [type];
  return new Map(
    all.map((member) => {
      const tag = member.getProperty('type');
      const literal = tag && checker.getTypeOfSymbol(tag);
      if (!literal?.isStringLiteral()) throw new Error(`${name} has a member without a tag`);
      return [literal.value, fieldsOf(member).filter((field) => field !== 'type')] as const;
    }),
  );
}

/** Each property of a type that holds row types, with the row's fields. */
export function collections(name: string): ReadonlyMap<string, Fields> {
  return new Map(
    typeOf('exercise/rows.ts', name)
      .getProperties()
      .map((symbol) => [symbol.name, fieldsOf(checker.getTypeOfSymbol(symbol))] as const),
  );
}

/** The fields of a plain object type. */
export function fields(file: (typeof FILES)[number], name: string): Fields {
  return fieldsOf(typeOf(file, name));
}
