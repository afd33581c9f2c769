import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '#contract/endpoints.ts'
import { streams } from '#contract/live.ts'
import { Problem } from '#contract/problem.ts'
import { systemClock } from '../kernel/clock.ts'
import { liveRoutes } from './live-routes.ts'
import { openApiDocument } from './openapi.ts'

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: z.looseObject({ type: z.literal('string') }),
})
const Content = z.object({ 'application/json': z.object({ schema: z.looseObject({}) }) })
const EventText = z.object({
  event: z.strictObject({ const: z.string() }),
  data: z.object({
    contentMediaType: z.literal('application/json'),
    contentSchema: z.looseObject({}),
  }),
  id: z.looseObject({ type: z.literal('string') }).optional(),
})
const EventStream = z.strictObject({
  'text/event-stream': z.object({
    schema: z.object({ oneOf: z.array(z.object({ properties: EventText })) }),
  }),
})
const Operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(1),
  parameters: z.array(Parameter.loose()),
  security: z.tuple([z.strictObject({ staff: z.tuple([]) })]).optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.object({ description: z.string().min(1), content: z.union([Content, EventStream]) }),
  ),
})
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/api/'), z.partialRecord(z.enum(['get', 'post']), Operation)),
  components: z.strictObject({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.strictObject({ staff: z.looseObject({ type: z.literal('apiKey') }) }),
  }),
})
const document = Document.parse(openApiDocument())
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the OpenAPI document', () => {
  it('has an operation for every endpoint and every stream of the contract', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      [...Object.keys(endpoints), ...Object.keys(streams).map(name => `${name}Stream`)].sort(),
    )
  })

  it('has every route that answers with a stream', async () => {
    const routes: string[] = []
    const server = fastify()
    server.addHook('onRoute', ({ method, url }) => {
      if (method !== 'HEAD') routes.push(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`.toLowerCase())
    })
    const refuse = () => Promise.reject(new Problem('not-found'))
    await server.register(liveRoutes({ seats: refuse, order: refuse }, systemClock))
    await server.ready()
    await server.close()
    const told = operations.map(({ path, method }) => `${method} ${path}`.toLowerCase())
    expect(routes).toHaveLength(Object.keys(streams).length)
    expect(told).toEqual(expect.arrayContaining(routes))
  })

  it.each([
    ['/api/shows/{showId}/seats/stream', ['snapshot', 'delta', 'beat'], ['Last-Event-ID', 'after'], '404'],
    ['/api/orders/{orderId}/stream', ['order', 'beat'], [], '404'],
  ])('tells the events of %s, and from where it goes on', (path, events, resumedBy, refusal) => {
    const stream = document.paths[path]?.get
    const told = EventStream.parse(stream?.responses['200']?.content)['text/event-stream'].schema.oneOf
    expect(told.map(({ properties }) => properties.event.const)).toEqual(events)
    expect(told.every(({ properties }) => (properties.id !== undefined) === resumedBy.length > 0)).toBe(true)
    const optional = stream?.parameters.filter(({ required }) => !required)
    expect(optional?.map(({ name }) => name)).toEqual(resumedBy)
    expect(stream?.responses[refusal]?.description).toContain('not-found')
    expect(stream?.responses['429']?.description).toContain('too-many-streams')
  })

  it.each(operations)('declares every parameter of $method $path', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    const declared = operation.parameters.filter(parameter => parameter.in === 'path')
    expect(declared.map(({ name }) => name)).toEqual(inPath)
    expect(declared.every(({ required }) => required)).toBe(true)
  })

  it('leads every reference to a schema that is there, and uses every schema', () => {
    const text = JSON.stringify(document)
    const targets = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]))
    const schemas = Object.keys(document.components.schemas).map(id => `#/components/schemas/${id}`)
    expect([...targets].sort()).toEqual(schemas.sort())
    expect(text).not.toMatch(/"\$(schema|id|defs)"/)
  })

  it('says what is optional and what is not', () => {
    const programme = document.paths['/api/cinemas/{cinemaId}/shows']?.get
    expect(programme?.parameters.find(({ name }) => name === 'date')?.required).toBe(false)
    expect(document.components.schemas['HoldRequest']).toMatchObject({
      required: ['intentId', 'showId', 'seatIds'],
      additionalProperties: false,
    })
    expect(document.components.schemas['Order']?.['required']).not.toContain('pickup')
  })

  it('names the errors of a call under their status', () => {
    const hold = document.paths['/api/holds']?.post
    expect(hold?.responses['409']?.description).toContain('seats-taken')
    expect(hold?.responses['429']?.description).toContain('too-many-attempts')
  })

  it('asks for our header on every act', () => {
    for (const { method, operation } of operations) {
      const asked = operation.parameters.some(({ name, required }) => name === 'x-foyer' && required)
      expect(asked).toBe(method === 'post')
    }
  })
})
