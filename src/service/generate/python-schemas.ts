import type { Feature, Manifest } from '../manifest/schema.ts'
import { exampleRow } from './example.ts'
import { BATCH_ROWS } from './service.ts'

/** `api/schemas.py`: what requests and answers are, as Pydantic models. */
export function pythonSchemas(manifest: Manifest): string {
  const features = Object.entries(manifest.input_schema)
  const { output_schema: output } = manifest
  const imports = ['Annotated', ...(needsLiteral(manifest) ? ['Literal'] : [])]
  return `"""What is asked and answered. Made from input_schema and output_schema of the experiment manifest."""

from typing import ${imports.join(', ')}

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

# In the schema of the API, so not in settings.yaml.
BATCH_ROWS = ${BATCH_ROWS}

EXAMPLE: JsonDict = ${dictionary(Object.entries(exampleRow(manifest)))}


class Features(BaseModel):
    """One case. Strict: no text passes for a number, and a field the model does not know is a mistake of the caller."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE})

${features.map(([name, feature]) => `    ${field(name, feature)}`).join('\n')}


class Batch(BaseModel):
    rows: Annotated[list[Features], Field(min_length=1, max_length=BATCH_ROWS)]


class Prediction(BaseModel):
    prediction: ${annotated(output.type === 'category' ? literal(output.categories) : 'float', output.description ? [`description=${text(output.description)}`] : [])}
${output.type === 'category' ? '    # How sure the model is of each class: they add up to 1.\n    scores: dict[str, float]\n' : ''}    # The first digits of the hash of the model that answered.
    model: str


class Predictions(BaseModel):
    predictions: list[Prediction]


class Problem(BaseModel):
    detail: str
`
}

const needsLiteral = ({ input_schema, output_schema }: Manifest) =>
  output_schema.type === 'category' || Object.values(input_schema).some(({ type }) => type === 'category')

/** JSON's texts are Python's. */
const text = (value: string) => JSON.stringify(value)

const literal = (categories: readonly string[]) => {
  const line = `Literal[${categories.map(text).join(', ')}]`
  return line.length <= 60 ? line : `Literal[\n${categories.map((one) => `        ${text(one)},\n`).join('')}    ]`
}

function value(of: number | boolean | string): string {
  if (typeof of === 'boolean') return of ? 'True' : 'False'
  return typeof of === 'string' ? text(of) : JSON.stringify(of)
}

const dictionary = (entries: readonly (readonly [string, number | boolean | string])[]) =>
  `{\n${entries.map(([name, of]) => `    ${text(name)}: ${value(of)},\n`).join('')}}`

const annotated = (type: string, parts: readonly string[]) =>
  parts.length === 0 ? type : `Annotated[${type}, Field(${parts.join(', ')})]`

function field(name: string, feature: Feature): string {
  const otherwise = feature.required ? '' : ` = ${value(feature.default as number | boolean | string)}`
  const said = feature.description ? [`description=${text(feature.description)}`] : []
  return `${name}: ${annotated(typeOf(feature), [...limits(feature), ...said])}${otherwise}`
}

function typeOf(feature: Feature): string {
  if (feature.type === 'category') return literal(feature.categories)
  return { integer: 'int', number: 'float', boolean: 'bool' }[feature.type]
}

function limits(feature: Feature): string[] {
  if (feature.type === 'category') return []
  if (feature.type === 'boolean') return ['strict=True']
  return ['strict=True', `ge=${value(feature.minimum)}`, `le=${value(feature.maximum)}`]
}
