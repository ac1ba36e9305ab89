import { z } from 'zod'
import type { Endpoint } from './endpoint'
import { ErrorAnswer } from './shapes'

type Json = Record<string, unknown>

/** Formats whose name says enough: their patterns would make two thirds of the document. */
const PLAIN_FORMATS = ['date', 'date-time', 'email', 'uuid']

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (PLAIN_FORMATS.includes(jsonSchema.format ?? '')) delete jsonSchema.pattern
      // that a number is one JavaScript can count with says nothing to a reader
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  }) as Json
  return json
}

/** The contract of the whole API as OpenAPI 3.1, from the same schemas that check requests and answers. */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Linli',
      version: '0.1.0',
      description:
        'Amounts are integers in minor units; dates of service are local calendar days. Every refusal carries a code, a sentence in the language of Accept-Language and the request id.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'linli_session' },
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      schemas: { Error: schemaOf(ErrorAnswer, 'output') },
      responses: {
        Refused: {
          description: 'Refused, with a code and a sentence',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
    },
    paths,
  }
}

function operationOf(endpoint: Endpoint): Json {
  const { summary, who, body, answer, status = 200, idempotent, stream, file } = endpoint
  const type = file ?? (stream ? 'text/event-stream' : 'application/json')
  const schema = file ? { type: 'string', format: 'binary' } : schemaOf(answer, 'output')
  return {
    summary,
    operationId: operationId(endpoint),
    tags: [tagOf(endpoint)],
    'x-who': who,
    ...(who.includes('anyone') ? {} : { security: [{ session: [] }, { token: [] }] }),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', minLength: 8, maxLength: 255 },
            },
          ]
        : []),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
      : {}),
    responses: {
      [status]: { description: summary, content: { [type]: { schema } } },
      default: { $ref: '#/components/responses/Refused' },
    },
  }
}

const tagOf = ({ path }: Endpoint): string => path.split('/')[2] ?? 'api'

const operationId = ({ method, path }: Endpoint): string =>
  [method, ...path.split('/').slice(2)].map((part) => part.replace(/\W/g, '_')).join('_')

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}
