/**
 * A JSON Schema validator: the one that the YAML language server itself has, and brings with it.
 * Knows: how to get at it. Does not know: any schema.
 */
import { createRequire } from 'node:module';

type Validate = (value: unknown) => boolean;
type Ajv = new (options: object) => { readonly compile: (schema: object) => Validate };

const ofServer = createRequire(createRequire(import.meta.url).resolve('yaml-language-server'));

/** Keywords for editors are none of its business, nor are formats: patterns say what they say. */
export function validator(schema: object): Validate {
  const { default: Ajv } = ofServer('ajv') as { readonly default: Ajv };
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}
